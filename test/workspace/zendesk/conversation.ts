import { pageOf } from './paging.ts';
import { includes, ok, type Request, type Route } from './route.ts';
import { ticketOf } from './tickets.ts';
import { wireAudit, wireComment } from './wireAudit.ts';
import { partialUser } from './wirePerson.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/ and …/ticket_comments/
export const conversationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v2/tickets/{ticket_id}/audits',
    limit: { name: 'audits', key: ({ params }) => String(params.ticket_id) },
    answer: audits,
  },
  { method: 'GET', path: '/api/v2/tickets/{ticket_id}/comments', answer: comments },
];

function audits(request: Request) {
  const rows = ticketOf(request).audits;
  const page = pageOf(request, { rows, keyOf: ({ id }) => String(id) });
  const beside = usersBeside(
    request,
    page.rows.map(({ authorId }) => authorId),
  );
  return ok({ audits: page.rows.map(wireAudit), ...beside, ...page.paging });
}

// Oldest first unless asked otherwise: `sort_order=desc` with offset paging, `sort=-created_at` with a cursor.
function comments(request: Request) {
  const { query } = request;
  const { comments: all } = ticketOf(request);
  const isNewestFirst = query.get('sort_order') === 'desc' || query.get('sort') === '-created_at';
  const rows = isNewestFirst ? all.toReversed() : all;
  const page = pageOf(request, { rows, keyOf: ({ id }) => String(id) });
  const beside = usersBeside(
    request,
    page.rows.map(({ authorId }) => authorId),
  );
  return ok({ comments: page.rows.map(wireComment), ...beside, ...page.paging });
}

function usersBeside(request: Request, ids: number[]) {
  if (!includes(request, 'users')) return {};
  const { world } = request;
  return { users: [...new Set(ids)].map((id) => partialUser(world, world.user(id))) };
}
