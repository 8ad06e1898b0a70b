import { createRouter } from '../router.ts';
import { type Answer, type Call, UnknownCall } from '../world/call.ts';
import type { JiraAccount } from '../world/jira/model.ts';
import type { World } from '../world/world.ts';
import { type Door, doorOf, loginOf } from './door.ts';
import { overLimit } from './limits.ts';
import { JiraRefusal, unauthenticated } from './refusal.ts';
import { type JiraRequest, type JiraRoute, reply } from './route.ts';
import { routes } from './routes.ts';

export const findRoute = createRouter(routes);

/** What Jira says to a call at once: who calls, what the token allows, limits, route. */
export function answerJira(world: World, call: Call, url: URL): Answer {
  const door = doorOf(world, url);
  if (door === 'no site') return inJson(gatewayError(404, 'The requested site does not exist.'));
  const found = door && findRoute(call.method, door.path);
  const isCloud = world.settings.jira.deployment === 'cloud';
  if (!door || !found || isElsewhere(found.route, isCloud))
    throw new UnknownCall(`${call.method} ${url.href}: no such route in the workspace’s Jira`);
  const entered = enter(world, call, door, found.route);
  if ('refusal' in entered) return inJson(entered.refusal);

  const request: JiraRequest = {
    world,
    call,
    account: entered.account,
    version: door.version,
    isCloud,
    base: `https://${isCloud ? world.settings.jira.site : url.host}/rest/api/${door.version}`,
    params: Object.fromEntries(Object.entries(found.params).map(([name, text]) => [name, decode(text)])),
    query: url.searchParams,
    body: typeof call.body === 'string' ? parsed(call.body) : call.body,
  };
  return inJson(overLimit(request, found.route) ?? attempt(found.route, request));
}

const isElsewhere = ({ on }: JiraRoute, isCloud: boolean) => on === (isCloud ? 'data center' : 'cloud');

function enter(
  world: World,
  call: Call,
  door: Door,
  route: JiraRoute,
): { refusal: Answer } | { account: JiraAccount | undefined } {
  const login = loginOf(world, call, door);
  const isRefused = login === 'wrong' && world.settings.jira.badCredentials === 'refused';
  if (door.kind === 'gateway') {
    if (login === 'nobody' || isRefused) return { refusal: gatewayError(401, 'Unauthorized') };
    const account = login === 'wrong' ? undefined : login.account;
    if (account?.tokenKind === 'scoped' && !account.scopes.has(route.scope))
      return { refusal: gatewayError(401, 'Unauthorized; scope does not match') };
    return { account };
  }
  if (isRefused) return { refusal: told(unauthenticated()) };
  return { account: login === 'nobody' || login === 'wrong' ? undefined : login.account };
}

function attempt(route: JiraRoute, request: JiraRequest): Answer {
  try {
    return route.answer(request);
  } catch (refusal) {
    if (refusal instanceof JiraRefusal) return told(refusal);
    throw refusal;
  }
}

const told = ({ status, body }: JiraRefusal) => reply(status, body);

// The gateway in front of Jira has a form of its own.
const gatewayError = (code: number, message: string) => reply(code, { code, message });

const inJson = (answer: Answer): Answer =>
  answer.body === undefined
    ? answer
    : { ...answer, headers: { 'content-type': 'application/json;charset=UTF-8', ...answer.headers } };

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
