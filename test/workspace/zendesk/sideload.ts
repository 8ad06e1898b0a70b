import type { Ticket } from '../world/ticket.ts';
import { includes, type Request } from './route.ts';
import { partialUser, wireGroup, wireOrganization } from './wirePerson.ts';
import { wireStatus } from './wireStatus.ts';
import { iso, wireTicket } from './wireTicket.ts';

/**
 * The tickets, and beside them whatever `include` asks for.
 * https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/side_loading/
 */
export function withSideloads(
  request: Request,
  tickets: readonly Ticket[],
  { users = true, metrics = true } = {},
) {
  const { world } = request;
  const counts = includes(request, 'incident_counts');
  const comments = includes(request, 'comment_count');
  const measured = metrics && includes(request, 'metric_sets');
  const wired = tickets.map((ticket) => ({
    ...wireTicket(world, ticket),
    ...(counts ? { incident_count: world.incidents.get(ticket.id)?.length ?? 0 } : {}),
    ...(measured ? { metric_set: metricsOf(ticket) } : {}),
    ...(comments ? { comment_count: ticket.comments.length } : {}),
  }));
  return { wired, beside: beside(request, tickets, users) };
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_metrics/
function metricsOf({ id, requesterId, comments, createdAt }: Ticket) {
  const lastBy = (isIt: (authorId: number) => boolean) =>
    comments.findLast(({ authorId }) => isIt(authorId))?.at;
  return {
    ticket_id: id,
    requester_updated_at: iso(lastBy((author) => author === requesterId) ?? createdAt),
    latest_comment_added_at: iso(lastBy(() => true) ?? createdAt),
  };
}

function beside(request: Request, tickets: readonly Ticket[], users: boolean) {
  const { world } = request;
  const found: Record<string, unknown> = {};
  if (users && includes(request, 'users')) {
    const ids = tickets.flatMap(({ requesterId, submitterId, assigneeId }) => [
      requesterId,
      submitterId,
      assigneeId,
    ]);
    found.users = pick(world.users, ids).map((user) => partialUser(world, user));
  }
  if (includes(request, 'groups')) {
    const ids = tickets.map(({ values }) => values.groupId);
    found.groups = pick(world.groups, ids).map((group) => wireGroup(world, group));
  }
  if (includes(request, 'organizations')) {
    const ids = tickets.map(({ values }) => values.organizationId);
    found.organizations = pick(world.organizations, ids).map((each) => wireOrganization(world, each));
  }
  if (includes(request, 'custom_statuses'))
    found.custom_statuses = [...world.customStatuses.values()].map(wireStatus);
  return found;
}

function pick<T>(all: ReadonlyMap<number, T>, ids: readonly (number | null)[]): T[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (all.get(id) ?? [])));
}
