import type { Macro } from '../world/account.ts';
import type { User } from '../world/person.ts';
import { placeholderValue } from '../world/placeholders.ts';
import { notFound } from '../world/refusal.ts';
import type { Ticket } from '../world/ticket.ts';
import type { World } from '../world/world.ts';
import { pageOf } from './paging.ts';
import { idParam, ok, type Request, type Route } from './route.ts';
import { ticketOf } from './tickets.ts';
import { iso } from './wireTicket.ts';

// https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/
export const macroRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/macros', answer: list },
  { method: 'GET', path: '/api/v2/macros/{macro_id}', answer: show },
  { method: 'GET', path: '/api/v2/macros/{macro_id}/apply', answer: (request) => apply(request, undefined) },
  {
    method: 'GET',
    path: '/api/v2/tickets/{ticket_id}/macros/{macro_id}/apply',
    answer: (request) => apply(request, ticketOf(request)),
  },
];

function list(request: Request) {
  const { world, agent, query } = request;
  const rows = [...world.macros.values()]
    .filter((macro) => mayUse(agent, macro))
    .filter(({ active }) => !query.has('active') || (query.get('active') === 'true') === active)
    .sort((a, b) => a.position - b.position);
  const page = pageOf(request, { rows, keyOf: ({ id }) => String(id) });
  return ok({ macros: page.rows.map((macro) => wireMacro(world, macro)), ...page.paging });
}

function show(request: Request) {
  return ok({ macro: wireMacro(request.world, macroOf(request)) });
}

function macroOf(request: Request): Macro {
  const macro = request.world.macros.get(idParam(request, 'macro_id'));
  if (!macro || !mayUse(request.agent, macro)) throw notFound();
  return macro;
}

function mayUse(agent: User, { restriction }: Macro): boolean {
  if (restriction === null) return true;
  if (restriction.type === 'User') return restriction.id === agent.id;
  return restriction.ids.some((id) => agent.groupIds.includes(id));
}

function wireMacro(world: World, macro: Macro) {
  return {
    id: macro.id,
    url: `https://${world.settings.subdomain}.zendesk.com/api/v2/macros/${macro.id}.json`,
    title: macro.title,
    description: macro.description,
    active: macro.active,
    default: false,
    position: macro.position,
    actions: macro.actions,
    restriction: macro.restriction,
    created_at: iso(macro.createdAt),
    updated_at: iso(macro.updatedAt),
  };
}

// Says what the macro would do, and changes nothing.
function apply(request: Request, ticket: Ticket | undefined) {
  const { world, agent } = request;
  const macro = macroOf(request);
  const actionOf = (field: string) => macro.actions.find((action) => action.field === field)?.value;
  const text = [actionOf('comment_value_html') ?? actionOf('comment_value')].flat().at(-1);
  const changed: Record<string, unknown> = ticket
    ? {
        id: ticket.id,
        url: `https://${world.settings.subdomain}.zendesk.com/api/v2/tickets/${ticket.id}.json`,
      }
    : {};
  if (text !== undefined) {
    const fill = (_: string, name: string) =>
      ticket ? (placeholderValue(world, ticket, agent, name.trim()) ?? '') : `{{${name}}}`;
    const body = text.replace(/\{\{([^{}]*)\}\}/g, fill);
    const isPublic = [actionOf('comment_mode_is_public') ?? 'true'].flat()[0] !== 'false';
    changed.comment = { body, scoped_body: [['channel:all', body]], public: isPublic };
  }
  for (const field of ['status', 'priority', 'type']) {
    const value = actionOf(field);
    if (value !== undefined) changed[field] = value;
  }
  return ok({ result: { ticket: changed } });
}
