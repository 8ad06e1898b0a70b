import type { User } from './person.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

/** Whether nothing is hidden from this agent, so that nobody needs to look ticket by ticket. */
export function seesAll(world: World, user: User): boolean {
  return user.ticketRestriction === null && ![...world.groups.values()].some(({ isPrivate }) => isPrivate);
}

/**
 * Whether an agent may see a ticket: `ticket_restriction` of the user, and tickets of private groups for members and
 * admins alone (https://support.zendesk.com/hc/en-us/articles/4409178054042).
 */
export function maySee(world: World, user: User, ticket: Ticket): boolean {
  const { groupId, organizationId } = ticket.values;
  const isMember = groupId !== null && user.groupIds.includes(groupId);
  const isPrivate = world.groups.get(groupId ?? 0)?.isPrivate === true;
  if (isPrivate && !isMember && user.role !== 'admin' && ticket.assigneeId !== user.id) return false;
  switch (user.ticketRestriction) {
    case null:
      return true;
    case 'groups':
      return isMember;
    case 'organization':
      return organizationId !== null && organizationId === user.organizationId;
    case 'assigned':
      return ticket.assigneeId === user.id;
    case 'requested':
      return ticket.requesterId === user.id;
  }
}
