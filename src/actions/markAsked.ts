import { ASKED_TAG, hasAsked } from '../domain/rca.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { Ports } from '../ports.ts';
import { lookAndWrite } from './lookAndWrite.ts';

/**
 * Marks a report whose customer has asked for the root cause analysis, or takes the mark away, in one safe write. Zendesk may
 * refuse it on a closed ticket: whether its tags can be changed is a setting of the account.
 */
export async function markAsked(
  { tickets, clock }: Pick<Ports, 'tickets' | 'clock'>,
  id: TicketId,
  asked: boolean,
): Promise<Ticket> {
  const look = () => tickets.readOne(id);
  return lookAndWrite(clock, look, async (ticket) => {
    if (hasAsked(ticket) === asked) return ticket;
    const others = ticket.tags.filter((tag) => tag !== ASKED_TAG);
    const tags = asked ? [...others, ASKED_TAG] : others;
    return tickets.change(ticket, { tags, note: { did: 'asked', asked } });
  });
}
