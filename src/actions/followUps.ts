import { type FollowUp, followUpKey, toFollowUp, withLedgerOf } from '../domain/followUpTicket.ts';
import type { Incident } from '../domain/incident.ts';
import { isOutside, needsFollowUp } from '../domain/rca.ts';
import type { Results } from '../domain/results.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BatchDesk } from '../ports/batches.ts';
import { ServiceError, type TicketDesk } from '../ports.ts';
import type { Paced } from './paced.ts';

type Read = TicketDesk['read'];

/** What is known of closed reports by the tickets that go on from them. */
export interface Followed {
  /** The reports, each closed one with the ledger of its follow-up where that tells the newest update. */
  readonly reports: readonly Ticket[];
  /** Closed ones with a follow-up that can't be read: it may be ours. */
  readonly doubtful: ReadonlySet<TicketId>;
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets
const MOST_AT_ONCE = 100;

/** Looks at the follow-ups of those reports that are told by one; asks nothing where there are none. */
export async function readFollowUps(
  read: Read,
  incident: Incident,
  reports: readonly Ticket[],
): Promise<Followed> {
  const closed = reports.filter((report) => needsFollowUp(incident, report) && !isOutside(incident, report));
  const ids = [...new Set(closed.flatMap(({ followUps = [] }) => followUps))];
  const found = new Map<TicketId, Ticket>();
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
    for (const ticket of await read(ids.slice(at, at + MOST_AT_ONCE))) found.set(ticket.id, ticket);
  const doubtful = new Set<TicketId>();
  const told = new Map<TicketId, Ticket>();
  for (const report of closed) {
    const { id, followUps = [] } = report;
    const read = followUps.flatMap((each) => found.get(each) ?? []);
    const teller = withLedgerOf(incident, report, read);
    if (teller) told.set(id, teller);
    else if (read.length < followUps.length) doubtful.add(id);
  }
  return { reports: reports.map((report) => told.get(report.id) ?? report), doubtful };
}

/** Makes the follow-up of a closed report, which tells its customer: once, whoever tries how often. */
export async function makeFollowUp(
  { followUp, look }: Pick<BatchDesk, 'followUp' | 'look'>,
  paced: Paced,
  read: Read,
  incident: Incident,
  report: Ticket,
  html: string,
): Promise<Results> {
  const { id } = report;
  const ticket = toFollowUp(incident, report, html);
  if (!ticket) return { ...NOTHING, refused: [{ id, because: 'refused' }] };
  try {
    const made = await paced.write(() => followUp(ticket satisfies FollowUp, followUpKey(incident, id)));
    return made === undefined ? { ...NOTHING, unsure: [id] } : { ...NOTHING, told: [id] };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { trouble, detail } = error;
    if (trouble === 'forbidden') return { ...NOTHING, refused: [{ id, because: 'not allowed', detail }] };
    if (trouble === 'missing') return { ...NOTHING, refused: [{ id, because: 'not visible' }] };
    if (trouble !== 'refused') throw error;
    // Zendesk refuses the key of a ticket that somebody has made in other words: that one is there to be found.
    const { tickets } = await paced.answer(() => look([id]));
    const again = await readFollowUps((ids) => paced.answer(() => read(ids)), incident, tickets);
    const isTold = again.reports.some(
      (each) => each.id === id && each !== tickets.find((one) => one.id === id),
    );
    return isTold
      ? { ...NOTHING, told: [id] }
      : { ...NOTHING, refused: [{ id, because: 'refused', detail }] };
  }
}

const NOTHING: Results = { told: [], again: [], refused: [], unsure: [] };
