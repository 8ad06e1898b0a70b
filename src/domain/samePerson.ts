import type { Ticket, TicketId } from './ticket.ts';

/** What becomes of the second report of one person. */
export type SamePersonRule = 'full' | 'pointer';

/** What a report that can be told gets: the whole text, a line that names the report where it is, or nothing before that is sure. */
export type Share =
  | { readonly get: 'full' }
  | { readonly get: 'pointer'; readonly first: TicketId }
  | { readonly get: 'later' };

export interface Shares {
  /** Takes reports in the order in which they are listed; each answer holds until the next page is taken. */
  take(reports: readonly Pick<Ticket, 'id' | 'requesterId'>[]): void;
  of(report: Pick<Ticket, 'id' | 'requesterId'>): Share;
  /** The report of the same person that gets the whole text, if it is another one. */
  firstFor(report: Pick<Ticket, 'id' | 'requesterId'>): TicketId | undefined;
}

/**
 * Shares out one whole text a person, for as long as a broadcast runs. Nobody is pointed to a report before that report
 * is known to be told (by its ledger, or by the row of a job), so whatever dies, nobody is left with a pointer alone.
 * Of a person's reports the one that was told is the first, else the first listed of those that can be.
 * Holds one id for each person, and none where everybody gets the whole text.
 */
export function createShares(
  rule: SamePersonRule,
  standingOf: (id: TicketId) => 'told' | 'open' | 'out',
): Shares {
  const firsts = new Map<number, TicketId>();
  const firstFor: Shares['firstFor'] = ({ id, requesterId }) => {
    const first = requesterId === undefined ? undefined : firsts.get(requesterId);
    return first === id ? undefined : first;
  };
  return {
    firstFor,
    take(reports) {
      if (rule === 'full') return;
      for (const wanted of ['told', 'open'] as const)
        for (const { id, requesterId } of reports) {
          if (requesterId === undefined || standingOf(id) !== wanted) continue;
          const first = firsts.get(requesterId);
          const standing = first === undefined ? 'out' : standingOf(first);
          if (standing === 'out' || (wanted === 'told' && standing === 'open')) firsts.set(requesterId, id);
        }
    },
    of(report) {
      const first = firstFor(report);
      if (first === undefined) return FULL;
      return standingOf(first) === 'told' ? { get: 'pointer', first } : LATER;
    },
  };
}

const FULL: Share = { get: 'full' };
const LATER: Share = { get: 'later' };
