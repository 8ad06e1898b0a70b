import { maySee } from '../world/maySee.ts';
import { badRequest, forbidden, notFound } from '../world/refusal.ts';
import type { Ticket } from '../world/ticket.ts';
import { updateTicket } from '../world/updateTicket.ts';
import { isObject, readChange, readStamp } from './readChange.ts';
import { idParam, listOf, ok, type Request, type Route } from './route.ts';
import { withSideloads } from './sideload.ts';
import { wireAudit } from './wireAudit.ts';
import { wireTicket } from './wireTicket.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
const MOST_SHOWN = 100;

export const ticketRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/tickets/show_many', answer: showMany },
  { method: 'GET', path: '/api/v2/tickets/{ticket_id}', answer: show },
  { method: 'PUT', path: '/api/v2/tickets/{ticket_id}', answer: update },
  { method: 'GET', path: '/api/v2/tickets/{ticket_id}/related', answer: related },
];

/** The ticket in the path, if the agent may see it. */
export function ticketOf(request: Request): Ticket {
  const ticket = request.world.tickets.get(idParam(request, 'ticket_id'));
  if (!ticket) throw notFound();
  if (!maySee(request.world, request.agent, ticket))
    throw request.world.settings.hiddenTicket === 404 ? notFound() : forbidden();
  return ticket;
}

function show(request: Request) {
  const { wired, beside } = withSideloads(request, [ticketOf(request)]);
  return ok({ ticket: wired[0], ...beside });
}

function showMany(request: Request) {
  const ids = listOf(request.query.get('ids'));
  if (ids.length > MOST_SHOWN) throw badRequest(`At most ${MOST_SHOWN} ids can be shown at once`);
  const tickets = ids
    .flatMap((id) => request.world.tickets.get(Number(id)) ?? [])
    .filter((ticket) => maySee(request.world, request.agent, ticket));
  const { wired, beside } = withSideloads(request, tickets);
  return ok({ tickets: wired, count: wired.length, next_page: null, previous_page: null, ...beside });
}

// "A value of false has the same effect as true": it is the presence of safe_update that counts.
function update(request: Request) {
  const { world, agent, body } = request;
  const ticket = ticketOf(request);
  const wire = isObject(body) ? body.ticket : undefined;
  const change = readChange(wire);
  const safe = isObject(wire) && wire.safe_update !== undefined;
  const stamp = isObject(wire) ? readStamp(wire) : undefined;
  if (safe && stamp === undefined) throw badRequest('safe_update needs updated_stamp');
  const audit = updateTicket(world, ticket, change, agent, {
    ...(safe && stamp !== undefined ? { stamp } : {}),
    channel: request.call.byHost ? 'web' : 'api',
  });
  return ok({ ticket: wireTicket(world, ticket), ...(audit ? { audit: wireAudit(audit) } : {}) });
}

function related(request: Request) {
  const ticket = ticketOf(request);
  return ok({
    topic_id: null,
    jira_issue_ids: [...ticket.jiraIssueIds],
    followup_source_ids: ticket.followupSourceId === null ? [] : [String(ticket.followupSourceId)],
    from_archive: false,
    incidents: request.world.incidents.get(ticket.id)?.length ?? 0,
  });
}
