import { createRouter } from '../router.ts';
import { type Answer, type Call, UnknownCall } from '../world/call.ts';
import type { World } from '../world/world.ts';
import { reply, routes } from './routes.ts';

const findRoute = createRouter(routes);

export const PENDO_HOSTS: readonly string[] = [
  'app.pendo.io',
  'us1.app.pendo.io',
  'app.eu.pendo.io',
  'app.au.pendo.io',
  'app.jpn.pendo.io',
];

/** What Pendo says to a call at once: key, right to write, route. It publishes neither limits nor a list of errors. */
export function answerPendo(world: World, call: Call, url: URL): Answer {
  const found = findRoute(call.method, url.pathname);
  if (!found) throw new UnknownCall(`${call.method} ${url.pathname}: no such route in the workspace`);
  const { route, params } = found;
  const { key, mayWrite } = world.pendo;
  const isAllowed = call.headers['x-pendo-integration-key'] === key && (mayWrite || !route.writes);
  const answer = isAllowed
    ? route.answer({ world, params, query: url.searchParams, body: call.body })
    : reply(403, { message: 'Forbidden' });
  return { ...answer, headers: { 'content-type': 'application/json' } };
}

export const pendoTooMany = (): Answer => reply(429, { message: 'Too Many Requests' });
