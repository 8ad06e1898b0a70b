import { type Impact, impactOf } from '../domain/impact.ts';
import type { Person } from '../domain/pass.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';

/** Who is behind some tickets. */
export interface Customers {
  readonly tickets: readonly Ticket[];
  readonly people: ReadonlyMap<number, Person>;
  readonly impact: Impact;
  /** Different people who wrote. */
  readonly writers: number;
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets
const MOST_AT_ONCE = 100;

/** Reads these tickets, the people who wrote them and the names of their organizations. */
export async function whoWrote(
  { batches }: Pick<BroadcastPorts, 'batches'>,
  ids: readonly TicketId[],
): Promise<Customers> {
  const tickets: Ticket[] = [];
  const people = new Map<number, Person>();
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
    const page = await batches.look(ids.slice(at, at + MOST_AT_ONCE));
    tickets.push(...page.tickets);
    for (const [id, person] of page.people) people.set(id, person);
  }
  const named = [...new Set(tickets.flatMap(({ organizationId }) => organizationId ?? []))];
  const organizations = new Map<number, string>();
  for (let at = 0; at < named.length; at += MOST_AT_ONCE)
    for (const [id, name] of await batches.organizations(named.slice(at, at + MOST_AT_ONCE)))
      organizations.set(id, name);
  const writers = new Set(tickets.flatMap(({ requesterId }) => requesterId ?? [])).size;
  return { tickets, people, impact: impactOf(tickets, organizations), writers };
}
