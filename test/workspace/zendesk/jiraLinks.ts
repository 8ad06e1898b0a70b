import type { Answer } from '../world/call.ts';
import type { JiraLink } from '../world/jiraLink.ts';
import { badRequest, forbidden, notFound } from '../world/refusal.ts';
import { isObject } from './readChange.ts';
import { idParam, ok, type Request, type Route } from './route.ts';
import { iso } from './wireTicket.ts';

const OLD = '/api/services/jira/links';
const MOST = 1000;

// The official integration's own records. https://developer.zendesk.com/api-reference/ticketing/jira/links/
export const jiraLinkRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/jira/links', answer: listLinks },
  { method: 'GET', path: OLD, answer: listOldWay },
  { method: 'POST', path: OLD, answer: createLink },
  { method: 'GET', path: `${OLD}/{link_id}`, answer: readLink },
  { method: 'DELETE', path: `${OLD}/{link_id}`, answer: dropLink },
];

// Admins alone, and with "Manage links" on: that a working token gets 403 without it is reported.
function demandAdmin({ world, agent }: Request): void {
  if (agent.role !== 'admin' || !world.settings.manageJiraLinks) throw forbidden();
}

function listLinks(request: Request): Answer {
  demandAdmin(request);
  const { world, query } = request;
  const ticketId = query.get('filter[ticket_id]');
  const after = Number(query.get('page[after]') ?? 0);
  const size = Math.min(MOST, Number(query.get('page[size]') ?? MOST));
  const all = [...world.jiraLinks.values()].filter((link) => !ticketId || link.ticketId === Number(ticketId));
  const rest = all.filter(({ id }) => id > after);
  const shown = rest.slice(0, size);
  return ok({
    links: shown.map((link) => wireLink(request, link)),
    total: all.length,
    meta: {
      has_more: rest.length > size,
      after_cursor: shown.length ? String(shown.at(-1)?.id) : null,
      before_cursor: shown.length ? String(shown[0]?.id) : null,
    },
  });
}

function listOldWay(request: Request): Answer {
  demandAdmin(request);
  const { world, query } = request;
  const since = Number(query.get('since_id') ?? 0);
  const found = [...world.jiraLinks.values()].filter(
    ({ id, ticketId, issueId }) =>
      id > since &&
      (!query.has('ticket_id') || ticketId === Number(query.get('ticket_id'))) &&
      (!query.has('issue_id') || issueId === query.get('issue_id')),
  );
  const shown = found.slice(0, Number(query.get('limit') ?? MOST));
  return ok({ links: shown.map((link) => wireLink(request, link)), total: found.length });
}

// Repeated, it makes a second record: there is no key to know it by.
function createLink(request: Request): Answer {
  demandAdmin(request);
  const { world, body } = request;
  const given = isObject(body) && isObject(body.link) ? body.link : body;
  const { ticket_id, issue_id, issue_key } = isObject(given) ? given : {};
  if (!ticket_id || !issue_id || !issue_key)
    throw badRequest('ticket_id, issue_id and issue_key are required');
  const ticket = world.tickets.get(Number(ticket_id));
  if (!ticket) throw notFound();
  const link: JiraLink = {
    id: world.nextId('other'),
    ticketId: ticket.id,
    issueId: String(issue_id),
    issueKey: String(issue_key),
    createdAt: world.clock.now(),
  };
  world.jiraLinks.set(link.id, link);
  if (!ticket.jiraIssueIds.includes(link.issueId)) ticket.jiraIssueIds.push(link.issueId);
  return { status: 201, headers: {}, body: { link: wireLink(request, link) } };
}

function readLink(request: Request): Answer {
  demandAdmin(request);
  return ok({ link: wireLink(request, linkOf(request)) });
}

function dropLink(request: Request): Answer {
  demandAdmin(request);
  const { world } = request;
  const { id, ticketId, issueId } = linkOf(request);
  world.jiraLinks.delete(id);
  const isLinkedStill = [...world.jiraLinks.values()].some(
    (other) => other.ticketId === ticketId && other.issueId === issueId,
  );
  const ticket = world.tickets.get(ticketId);
  if (ticket && !isLinkedStill) ticket.jiraIssueIds = ticket.jiraIssueIds.filter((each) => each !== issueId);
  return { status: 204, headers: {}, body: undefined };
}

function linkOf(request: Request): JiraLink {
  const link = request.world.jiraLinks.get(idParam(request, 'link_id'));
  if (!link) throw notFound();
  return link;
}

function wireLink({ world }: Request, { id, ticketId, issueId, issueKey, createdAt }: JiraLink) {
  return {
    id,
    ticket_id: String(ticketId),
    issue_id: issueId,
    issue_key: issueKey,
    url: `https://${world.settings.subdomain}.zendesk.com/api/services/jira/links/${id}`,
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
  };
}
