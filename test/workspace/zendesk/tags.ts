import type { Answer } from '../world/call.ts';
import type { TicketChange } from '../world/change.ts';
import { badRequest } from '../world/refusal.ts';
import { updateTicket } from '../world/updateTicket.ts';
import { isObject, readStamp, tagsOf } from './readChange.ts';
import { ok, type Request, type Route } from './route.ts';
import { ticketOf } from './tickets.ts';

// PUT adds, POST sets, DELETE removes: https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/
const PATH = '/api/v2/tickets/{ticket_id}/tags';
export const tagRoutes: Route[] = [
  { method: 'GET', path: PATH, answer: (request) => ok({ tags: [...ticketOf(request).tags] }) },
  { method: 'PUT', path: PATH, answer: (request) => change(request, 200, (addTags) => ({ addTags })) },
  { method: 'POST', path: PATH, answer: (request) => change(request, 201, (tags) => ({ tags })) },
  {
    method: 'DELETE',
    path: PATH,
    answer: (request) => change(request, 204, (removeTags) => ({ removeTags })),
  },
];

function change(request: Request, status: number, toChange: (tags: string[]) => TicketChange): Answer {
  const { world, agent, body } = request;
  const ticket = ticketOf(request);
  if (!isObject(body) || body.tags === undefined) throw badRequest('Required parameter missing: tags');
  const stamp = readStamp(body);
  if (body.safe_update !== undefined && stamp === undefined)
    throw badRequest('safe_update needs updated_stamp');
  const safely = body.safe_update !== undefined && stamp !== undefined ? { stamp } : {};
  updateTicket(world, ticket, toChange(tagsOf(body.tags)), agent, safely);
  return { status, headers: {}, body: status === 204 ? undefined : { tags: [...ticket.tags] } };
}
