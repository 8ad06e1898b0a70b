import { maySee } from '../world/maySee.ts';
import { badRequest, Refusal } from '../world/refusal.ts';
import { offsetPage, pageOf } from './paging.ts';
import { ok, type Request, type Route } from './route.ts';
import { type Found, searchWorld } from './searchWorld.ts';
import { wireGroup, wireOrganization, wireUser } from './wirePerson.ts';
import { wireTicket } from './wireTicket.ts';

// https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/
export const searchRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/search', limit: { name: 'search' }, answer: search },
  { method: 'GET', path: '/api/v2/search/count', limit: { name: 'search' }, answer: count },
  { method: 'GET', path: '/api/v2/search/export', limit: { name: 'searchExport' }, answer: exported },
];

const MOST_RESULTS = 1000;

function search(request: Request) {
  const found = matches(request);
  const page = Number(request.query.get('page') ?? 1);
  const size = Math.min(100, Number(request.query.get('per_page') ?? 100));
  if ((page - 1) * size >= MOST_RESULTS)
    throw new Refusal(422, 'InvalidSearch', 'Number of search results exceeds 1,000: narrow the search');
  const { rows, paging } = offsetPage(request, found.slice(0, MOST_RESULTS), found.length);
  return ok({ results: rows.map((each) => wire(request, each)), facets: null, ...paging });
}

function count(request: Request) {
  return ok({ count: matches(request).length });
}

// By cursor only, in the order of creation.
function exported(request: Request) {
  const type = request.query.get('filter[type]');
  if (!type) throw badRequest('filter[type] is required');
  const rows = matches(request, type).sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  const query = new URLSearchParams(request.query);
  if (!query.has('page[size]')) query.set('page[size]', '100');
  const page = pageOf({ ...request, query }, { rows, keyOf: ({ id }) => String(id) });
  return ok({ results: page.rows.map((each) => wire(request, each)), facets: null, ...page.paging });
}

function matches(request: Request, type?: string): Found[] {
  const { world, agent, query } = request;
  const text = query.get('query');
  if (text === null) throw badRequest('query is required');
  const found = searchWorld(world, agent, type ? `${text} type:${type}` : text);
  const visible = found.filter((each) => each.kind !== 'ticket' || maySee(world, agent, each.ticket));
  return sorted(visible, query.get('sort_by'), query.get('sort_order') ?? 'desc');
}

function sorted(found: Found[], by: string | null, order: string): Found[] {
  if (by !== 'created_at' && by !== 'updated_at') return found;
  const timeOf = (each: Found) => (by === 'updated_at' ? each.updatedAt : each.createdAt);
  const sign = order === 'asc' ? 1 : -1;
  return found.sort((a, b) => sign * (timeOf(a) - timeOf(b)) || a.id - b.id);
}

function wire({ world }: Request, found: Found) {
  switch (found.kind) {
    case 'ticket':
      return { ...wireTicket(world, found.ticket, found.values), result_type: 'ticket' };
    case 'user':
      return { ...wireUser(world, found.user), result_type: 'user' };
    case 'organization':
      return { ...wireOrganization(world, found.organization), result_type: 'organization' };
    case 'group':
      return { ...wireGroup(world, found.group), result_type: 'group' };
  }
}
