import type { Pass, Skipped } from './pass.ts';
import type { Results } from './results.ts';
import type { TicketId } from './ticket.ts';

/** What a broadcast may claim about itself at a moment. */
export interface Tally {
  readonly total: number;
  readonly told: number;
  readonly toGo: number;
  /** Sent, and nobody knows yet whether it arrived. */
  readonly unsure: number;
  readonly skipped: readonly Skipped[];
  /** Reports that Zendesk counts and this agent can't see: not told, and part of the total. */
  readonly hidden: number;
}

/** Where every report of a broadcast stands, for as long as it runs. What lasts is in the tickets. */
export interface Book {
  readonly size: number;
  /** Takes over what a pass found out; those it wants to tell are still to go. */
  enter(pass: Pass): void;
  settle(results: Results): void;
  /** Reports that are gone. */
  strike(ids: readonly TicketId[]): void;
  /** `open` is still to be told, or nobody knows; `out` can't be told, or is no report. */
  standingOf(id: TicketId): 'told' | 'open' | 'out';
  /** Those still to be brought to an end, in the order in which they were met. */
  unfinished(): TicketId[];
  /** `hidden`: reports that Zendesk counts and this agent can't see. */
  tally(hidden?: number): Tally;
}

type Standing = 'to go' | 'unsure' | 'told' | Skipped;

// A failure without a name may be a passing one.
const MOST_REFUSALS = 3;

export function createBook(): Book {
  const standings = new Map<TicketId, Standing>();
  const refusals = new Map<TicketId, number>();
  const mark = (ids: readonly TicketId[], standing: Standing) => {
    for (const id of ids) standings.set(id, standing);
  };

  function refuse(why: Skipped) {
    const times = (refusals.get(why.id) ?? 0) + 1;
    refusals.set(why.id, times);
    const isFinal = why.because !== 'refused' || times >= MOST_REFUSALS;
    standings.set(why.id, isFinal ? why : 'to go');
  }

  return {
    get size() {
      return standings.size;
    },
    enter({ tell, wait, skip, told, check, follow, gone }) {
      mark(
        [...tell, ...check, ...follow].map(({ id }) => id),
        'to go',
      );
      mark(wait, 'to go');
      mark(told, 'told');
      for (const why of skip) standings.set(why.id, why);
      for (const id of gone) standings.delete(id);
    },
    settle({ told, again, refused, unsure }) {
      mark(told, 'told');
      mark(again, 'to go');
      mark(unsure, 'unsure');
      refused.forEach(refuse);
    },
    strike(ids) {
      for (const id of ids) standings.delete(id);
    },
    standingOf(id) {
      const standing = standings.get(id);
      if (standing === 'told') return 'told';
      return standing === 'to go' || standing === 'unsure' ? 'open' : 'out';
    },
    unfinished: () =>
      [...standings].flatMap(([id, standing]) => (standing === 'to go' || standing === 'unsure' ? id : [])),
    tally(hidden = 0) {
      const all = [...standings.values()];
      const count = (standing: Standing) => all.filter((each) => each === standing).length;
      return {
        total: all.length + hidden,
        told: count('told'),
        toGo: count('to go'),
        unsure: count('unsure'),
        skipped: all.filter((each) => typeof each === 'object'),
        hidden,
      };
    },
  };
}
