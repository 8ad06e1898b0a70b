import type { Found } from '../router.ts';
import { type Answer, type Call, UnknownCall } from '../world/call.ts';
import type { User } from '../world/person.ts';
import { Refusal } from '../world/refusal.ts';
import { exceeded, ticketLimit } from '../world/ticketLimit.ts';
import type { World } from '../world/world.ts';
import { findRoute } from './findRoute.ts';
import type { Request, Route } from './route.ts';

const HELP_DESK_JSON = 'application/json; charset=utf-8';

/** What Zendesk says to a call at once: rights, limits, route. */
export function answerZendesk(world: World, call: Call, url: URL): Answer {
  const path = url.pathname.replace(/\.json$/, '').replace(/\/$/, '');
  const found = findRoute(call.method, path);
  if (!found) throw new UnknownCall(`${call.method} ${url.pathname}: no such route in the workspace`);
  const agent = world.users.get(call.agent ?? 0);
  if (call.agent === undefined && found.route.isPublic) return answerAnybody(world, call, url, found, path);
  if (!agent) return json(401, { error: "Couldn't authenticate you" });
  if (agent.role === 'end-user') return toAnswer(new Refusal(403, 'Forbidden', 'For agents only.'));

  const body = typeof call.body === 'string' ? parsed(call.body) : call.body;
  const request: Request = { world, agent, call, params: found.params, query: url.searchParams, path, body };
  const late = overLimit(request, found.route);
  const answer = late ?? attempt(found.route, request);
  return { ...answer, headers: { 'content-type': HELP_DESK_JSON, ...rateHeaders(world), ...answer.headers } };
}

/** Whoever is not signed in. Other sites may read answers that worked or found nothing, and no others. */
function answerAnybody(
  world: World,
  call: Call,
  url: URL,
  { route, params }: Found<Route>,
  path: string,
): Answer {
  const agent = ANYBODY;
  const answer = attempt(route, {
    world,
    agent,
    call,
    params,
    query: url.searchParams,
    path,
    body: undefined,
  });
  const isReadable = answer.status === 200 || answer.status === 404;
  const cors = isReadable ? { 'access-control-allow-origin': '*' } : {};
  return { ...answer, headers: { 'content-type': HELP_DESK_JSON, ...cors, ...answer.headers } };
}

const ANYBODY: User = {
  id: 0,
  name: '',
  email: '',
  role: 'end-user',
  locale: 'en-US',
  timeZone: 'UTC',
  ianaTimeZone: 'Etc/UTC',
  organizationId: null,
  onlyPrivateComments: false,
  ticketRestriction: null,
  customRoleId: null,
  suspended: false,
  groupIds: [],
  tags: [],
  phone: null,
  createdAt: 0,
};

function attempt(route: Route, request: Request): Answer {
  try {
    return route.answer(request);
  } catch (refusal) {
    if (refusal instanceof Refusal) return toAnswer(refusal);
    throw refusal;
  }
}

function toAnswer({ status, error, message, details }: Refusal): Answer {
  return json(status, { error, description: message, ...(details ? { details } : {}) });
}

// https://developer.zendesk.com/api-reference/introduction/rate-limits/
function overLimit(request: Request, route: Route): Answer | undefined {
  const { world, agent, call } = request;
  const { limits } = world.settings;
  if (!limits) return undefined;
  const wait =
    (call.byHost ? undefined : exceeded(world, `app by ${agent.id}`, limits.app)) ??
    exceeded(world, 'account', limits.account) ??
    ownLimit(request, route);
  if (wait !== undefined) return tooMany(wait);
  const isUpdate = call.method === 'PUT' && route.path === '/api/v2/tickets/{ticket_id}';
  const waitForTicket = isUpdate ? ticketLimit(world, agent, Number(request.params.ticket_id)) : undefined;
  return waitForTicket === undefined ? undefined : tooManyUpdates(waitForTicket);
}

function ownLimit(request: Request, { limit }: Route): number | undefined {
  const { limits } = request.world.settings;
  if (!limits || !limit) return undefined;
  return exceeded(request.world, `${limit.name} ${limit.key?.(request) ?? ''}`, limits[limit.name]);
}

export function tooMany(retryAfter: number | undefined): Answer {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return {
    ...json(429, {
      error: 'APIRateLimitExceeded',
      description: 'Number of allowed API requests per minute exceeded',
    }),
    headers,
  };
}

// The one limit whose answer is not JSON, as Zendesk's own best practices say.
function tooManyUpdates(retryAfter: number): Answer {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfter), 'content-type': 'text/html' },
    body: 'Rate limit for ticket updates exceeded, please wait before updating this ticket again',
  };
}

function rateHeaders(world: World): Record<string, string> {
  const { limits } = world.settings;
  if (limits === false || limits.account === false) return {};
  const { total, remaining, resets } = world.limiter.read('account', limits.account);
  return {
    'x-rate-limit': String(total),
    'x-rate-limit-remaining': String(remaining),
    'ratelimit-limit': String(total),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resets),
  };
}

export const json = (status: number, body: unknown): Answer => ({ status, headers: {}, body });

function parsed(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
