import { createRouter } from '../router.ts';
import { type Answer, type Call, UnknownCall } from '../world/call.ts';
import type { World } from '../world/world.ts';
import { PageRefusal, reply } from './route.ts';
import { routes } from './routes.ts';

const findRoute = createRouter(routes);

/** What Statuspage says to a call at once: key, limit, page, route. */
export function answerStatuspage(world: World, call: Call, url: URL): Answer {
  const found = findRoute(call.method, url.pathname);
  if (!found) throw new UnknownCall(`${call.method} ${url.pathname}: no such route in the workspace`);
  const { statuspage } = world;
  const { route, params } = found;
  const answer = () => {
    const [scheme, key] = (call.headers.authorization ?? '').split(' ');
    if (scheme !== 'OAuth' || key !== statuspage.key)
      throw new PageRefusal(401, { error: 'Could not authenticate' });
    if (isOverLimit(world)) return statuspageTooMany(undefined, statuspage.limitStatus);
    if (params.page_id !== statuspage.id) throw new PageRefusal(404, { error: 'Not found' });
    return route.answer({ world, params, query: url.searchParams, body: call.body });
  };
  return { ...attempt(answer), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

function attempt(act: () => Answer): Answer {
  try {
    return act();
  } catch (refusal) {
    if (refusal instanceof PageRefusal) return reply(refusal.status, refusal.body);
    throw refusal;
  }
}

// "1 request / second measured on a 60 second rolling window": https://developer.statuspage.io/#section/Rate-Limiting
const LIMIT = { most: 60, ms: 60_000 };

function isOverLimit({ settings, limiter }: World): boolean {
  return settings.limits !== false && !limiter.take('statuspage', LIMIT);
}

export const statuspageTooMany = (_?: number, status: 420 | 429 = 420): Answer =>
  reply(status, {
    error:
      'Enhance your calm: too many requests. Token usage is limited to 1 request / second, measured on a 60 second rolling window.',
  });
