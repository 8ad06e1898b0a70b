import { answer } from '../answer.ts';
import type { Answer, Method } from '../world/call.ts';
import type { VirtualClock } from '../world/clock.ts';
import type { World } from '../world/world.ts';

export interface Heard<T> extends Answer {
  body: T;
}

/** Asks Zendesk as one agent and drives virtual time until the answer is there: for the workspace's own tests. */
export function askAs(world: World, agent: number) {
  const clock = world.clock as VirtualClock;
  function ask(method: Method) {
    return async <T = Record<string, unknown>>(
      url: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Heard<T>> => {
      const call = {
        method,
        url: url.startsWith('/api/') ? url : `/api/v2${url}`,
        headers,
        agent,
        ...(body === undefined ? {} : { body }),
      };
      return (await clock.run(answer(world, call))) as Heard<T>;
    };
  }
  return { get: ask('GET'), put: ask('PUT'), post: ask('POST'), del: ask('DELETE'), clock };
}

export interface WireJob {
  id: string;
  status: string;
  total: number | null;
  progress: number | null;
  message: string | null;
  results:
    | ({ id: number; success: boolean; error?: string; details?: string } & Record<string, unknown>)[]
    | null;
}
