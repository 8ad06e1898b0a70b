import { answer } from '../answer.ts';
import type { Answer, Method } from '../world/call.ts';
import type { VirtualClock } from '../world/clock.ts';
import type { World } from '../world/world.ts';

/** Asks Statuspage with the app's key and drives virtual time until the answer is there: for the workspace's own tests. */
export function askStatuspage(world: World) {
  const clock = world.clock as VirtualClock;
  return {
    clock,
    ask: async <Body = Record<string, unknown>>(
      method: Method,
      path: string,
      body?: unknown,
      key = world.statuspage.key,
      page = world.statuspage.id,
    ) => {
      const url = `https://api.statuspage.io/v1/pages/${page}${path}`;
      const call = { method, url, headers: { authorization: `OAuth ${key}` } };
      const given = body === undefined ? {} : { body };
      return (await clock.run(answer(world, { ...call, ...given }))) as Answer & { body: Body };
    },
  };
}
