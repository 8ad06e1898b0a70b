import type { User } from './person.ts';
import type { Ticket } from './ticket.ts';

/** Whether an agent may see a ticket: `ticket_restriction` of the user. */
export function maySee(user: User, ticket: Ticket): boolean {
  const { groupId, organizationId } = ticket.values;
  switch (user.ticketRestriction) {
    case null:
      return true;
    case 'groups':
      return groupId !== null && user.groupIds.includes(groupId);
    case 'organization':
      return organizationId !== null && organizationId === user.organizationId;
    case 'assigned':
      return ticket.assigneeId === user.id;
    case 'requested':
      return ticket.requesterId === user.id;
  }
}
