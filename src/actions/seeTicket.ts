import { byPressure } from '../domain/deskOrder.ts';
import { mayTouch } from '../domain/drill.ts';
import { type Incident, isIncident, toIncident } from '../domain/incident.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { Ports } from '../ports.ts';

/** What is known of the open ticket and of what is going on, and since when. */
export interface Seen {
  readonly ticket: Ticket;
  readonly standing: Standing;
  /** Running incidents in the order of the desk: the most pressing first. */
  readonly active: readonly Incident[];
  /** There are more open problem tickets than were looked through; older incidents may be among them. */
  readonly more: boolean;
  readonly asOf: Date;
}

type Needs = Pick<Ports, 'tickets' | 'clock'>;

/**
 * Looks at a ticket and at the running incidents, with two requests at once; a third only when the ticket hangs on a
 * problem that is solved or long untouched.
 */
export async function seeTicket({ tickets, clock }: Needs, id: TicketId): Promise<Seen> {
  const asOf = clock.now();
  const [ticket, problems] = await Promise.all([tickets.readOne(id), tickets.openProblems()]);
  const listed = problems.tickets.find((problem) => problem.id === ticket.problemId);
  const problem = listed ?? (await problemOf({ tickets }, ticket));
  const running = problems.tickets.filter(isIncident).map(toIncident);
  // What this ticket can never belong to is no business of whoever reads it.
  const mayJoin = (incident: Incident) => !incident.mergedInto && mayTouch(incident, ticket);
  const active = running.filter(mayJoin).sort(byPressure(asOf));
  // The incident's own ticket tells its number of reports only in the list of problems.
  const own = problems.tickets.find((each) => each.id === id);
  return { ticket, standing: standingOf(own ?? ticket, problem), active, more: problems.more, asOf };
}

/**
 * Looks again, with one request where the ticket's incident is known: the list of running incidents matters only to a
 * ticket that belongs to none.
 */
export async function seeAgain({ tickets, clock }: Needs, seen: Seen): Promise<Seen> {
  const { standing } = seen;
  if (standing.kind !== 'report' && standing.kind !== 'incident')
    return seeTicket({ tickets, clock }, seen.ticket.id);
  const asOf = clock.now();
  const incidentId = standing.incident.id;
  const found = await tickets.read([...new Set([seen.ticket.id, incidentId])]);
  const ticket = found.find(({ id }) => id === seen.ticket.id);
  const problem = found.find(({ id }) => id === incidentId);
  if (
    !ticket ||
    (ticket.problemId ?? incidentId) !== incidentId ||
    (standing.kind === 'report' && !problem)
  ) {
    return seeTicket({ tickets, clock }, seen.ticket.id);
  }
  return { ...seen, ticket, standing: standingOf(ticket, ticket.problemId ? problem : undefined), asOf };
}

// A problem that this agent may not see is a problem all the same: the ticket is attached, to something unknown.
async function problemOf({ tickets }: Pick<Ports, 'tickets'>, ticket: Ticket): Promise<Ticket | undefined> {
  return ticket.problemId ? (await tickets.read([ticket.problemId]))[0] : undefined;
}
