import { placeOf } from '../world/incidentIndex.ts';
import { maySee, seesAll } from '../world/maySee.ts';
import type { Ticket } from '../world/ticket.ts';
import { pageOf } from './paging.ts';
import { isObject } from './readChange.ts';
import { ok, type Request, type Route } from './route.ts';
import { withSideloads } from './sideload.ts';
import { ticketOf } from './tickets.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-ticket-incidents and #list-ticket-problems
export const problemRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/tickets/{ticket_id}/incidents', answer: incidents },
  { method: 'GET', path: '/api/v2/problems', answer: problems },
  { method: 'POST', path: '/api/v2/problems/autocomplete', answer: autocomplete },
];

const MOST_SUGGESTED = 10;

// By id: a page that follows another starts after the last id seen, so a ticket linked meanwhile may be missed.
function incidents(request: Request) {
  const { world } = request;
  const all = world.incidents.get(ticketOf(request).id) ?? [];
  const ids = seesAll(world, request.agent)
    ? all
    : all.filter((id) => maySee(world, request.agent, world.ticket(id)));
  const { rows, paging } = pageOf(request, {
    rows: ids,
    keyOf: String,
    startAfter: (key) => placeOf(ids, Number(key) + 1),
  });
  const { incidentsSideloadUsers: users, incidentsSideloadMetrics: metrics } = world.settings;
  const { wired, beside } = withSideloads(
    request,
    rows.map((id) => world.ticket(id)),
    { users, metrics },
  );
  return ok({ tickets: wired, ...beside, ...paging });
}

function problems(request: Request) {
  return listed(request, visibleProblems(request));
}

function autocomplete(request: Request) {
  const { body, query } = request;
  const asked = String((isObject(body) ? body.text : undefined) ?? query.get('text') ?? '').toLowerCase();
  const found = visibleProblems(request).filter(({ subject }) => subject.toLowerCase().includes(asked));
  return listed(request, found.slice(0, MOST_SUGGESTED));
}

function visibleProblems({ world, agent }: Request): Ticket[] {
  return [...world.problems]
    .map((id) => world.ticket(id))
    .filter((ticket) => maySee(world, agent, ticket))
    .sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
}

function listed(request: Request, tickets: Ticket[]) {
  const { rows, paging } = pageOf(request, { rows: tickets, keyOf: ({ id }) => String(id) });
  const { wired, beside } = withSideloads(request, rows);
  return ok({ tickets: wired, ...beside, ...paging });
}
