import { isOfIncident, type LinkScope, ticketOfLink } from '../domain/issueLinks.ts';
import type { LinksSeen } from '../domain/planLinks.ts';
import { isMerged, type TicketId } from '../domain/ticket.ts';
import type { IssuePorts } from './issueAtHand.ts';
import type { Paced } from './paced.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets
const MOST_AT_ONCE = 100;

/**
 * Tickets with a link that were not listed, and may be reports all the same: an agent who can't see every ticket takes away
 * the links of those alone that they see hanging on something else.
 */
export async function unknownTickets(
  { batches }: Pick<IssuePorts, 'batches'>,
  paced: Paced,
  scope: LinkScope,
  { ours }: LinksSeen,
  { hidden, reports }: { hidden: number; reports: readonly { readonly id: TicketId }[] },
): Promise<ReadonlySet<TicketId>> {
  if (hidden === 0) return new Set();
  const listed = new Set(reports.map(({ id }) => id));
  const linked = ours.flatMap((link) =>
    isOfIncident(scope, link) ? (ticketOfLink(scope, link.id) ?? []) : [],
  );
  const unknown = new Set(linked.filter((ticket) => !listed.has(ticket) && ticket !== scope.incident));
  const wanted = [...unknown];
  for (let at = 0; at < wanted.length; at += MOST_AT_ONCE) {
    const page = await paced.answer(() => batches.look(wanted.slice(at, at + MOST_AT_ONCE)));
    for (const ticket of page.tickets)
      if (ticket.problemId !== scope.incident || isMerged(ticket)) unknown.delete(ticket.id);
  }
  return unknown;
}
