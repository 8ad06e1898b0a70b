import { answer } from '../answer.ts';
import type { Answer, Method } from '../world/call.ts';
import type { VirtualClock } from '../world/clock.ts';
import type { World } from '../world/world.ts';

type Body = { ok: boolean; error?: string } & Record<string, unknown>;

/** Asks Slack with the app's token and drives virtual time until the answer is there: for the workspace's own tests. */
export function askSlack(world: World) {
  const clock = world.clock as VirtualClock;
  const ask = async (method: Method, url: string, body?: unknown, headers = bearer(world)) =>
    (await clock.run(
      answer(world, { method, url, headers, ...(body === undefined ? {} : { body }) }),
    )) as Answer & { body: Body };
  return {
    clock,
    get: (name: string, headers?: Record<string, string>) =>
      ask('GET', `https://slack.com/api/${name}`, undefined, headers),
    /** One message a second is let through; the next one waits for its turn here. */
    async post(name: string, body: object) {
      await clock.advance(1_000);
      return (await ask('POST', `https://slack.com/api/${name}`, body)).body;
    },
    postNow: (name: string, body: object) => ask('POST', `https://slack.com/api/${name}`, body),
    hook: (path: string, body: unknown) => ask('POST', `https://hooks.slack.com/services/${path}`, body, {}),
  };
}

const bearer = ({ slack }: World): Record<string, string> => ({ authorization: `Bearer ${slack.token}` });
