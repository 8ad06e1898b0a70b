import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { ZafClient, ZafRequest } from '../../../src/adapters/zaf/client.ts';
import type { Clock } from '../../../src/ports.ts';
import { openWorkspace, type Workspace } from '../../workspace/serve.ts';
import { openTrackerOver, settingsFor, type WantedTracker } from './openTracker.ts';

// The manifest that ships, whose whitelist and secrets the proxy heeds.
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** Opens trackers whose requests travel over a socket, as JSON, to the workspace's server. */
export function trackersOverHttp() {
  const opened: Promise<Workspace>[] = [];
  afterEach(async () => {
    for (const workspace of opened.splice(0)) await (await workspace).close();
  });

  return (wanted: WantedTracker = {}) =>
    openTrackerOver(wanted, ({ world, time, mara }) => {
      const workspace = openWorkspace({ world, appDir: PROJECT, settings: settingsFor(wanted).settings });
      opened.push(workspace);
      async function request(options: ZafRequest): Promise<unknown> {
        const body = JSON.stringify({ agent: mara.id, options });
        const { url } = await workspace;
        const response = await fetch(new URL('/__workspace/request', url), { method: 'POST', body });
        const { done, responseArgs } = (await response.json()) as { done: boolean; responseArgs: unknown[] };
        if (!done) throw responseArgs[0];
        return responseArgs[0];
      }
      const clock: Clock = { now: () => new Date(time.now()), pause: () => new Promise(() => undefined) };
      return { client: { request } as unknown as ZafClient, clock };
    });
}
