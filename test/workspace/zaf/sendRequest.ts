import { answer } from '../answer.ts';
import { routeRequest } from '../proxy.ts';
import { LostResponse } from '../world/call.ts';
import type { World } from '../world/world.ts';
import type { InstalledApp } from './installedApp.ts';
import { noAnswer, type RequestOptions, type RequestOutcome, toOutcome } from './request.ts';

/** A `client.request`, from the app's options to what its promise settles with. */
export async function sendRequest(
  world: World,
  app: InstalledApp,
  agent: number,
  options: RequestOptions,
): Promise<RequestOutcome> {
  const routed = routeRequest(app, world.settings.subdomain, agent, options);
  if ('refusal' in routed) return toOutcome(routed.refusal, options);
  const answered = answer(world, routed.call).then(
    (found) => toOutcome(found, options),
    (cause: unknown) => {
      if (cause instanceof LostResponse) return failed('error');
      throw cause;
    },
  );
  if (!options.timeout) return answered;
  const gaveUp = world.clock.pause(options.timeout).then(() => failed('timeout'));
  return Promise.race([answered, gaveUp]);
}

const failed = (reason: string): RequestOutcome => ({
  done: false,
  responseArgs: [noAnswer(reason), reason, ''],
});
