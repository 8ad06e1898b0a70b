import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { ZafClient, ZafRequest } from '../../src/adapters/zaf/client.ts';
import type { Clock } from '../../src/ports.ts';
import { appClock } from '../actions/appClock.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import type { Recorder } from '../workspace/record.ts';
import { openWorkspace, type Workspace } from '../workspace/serve.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import { createWorld } from '../workspace/world/world.ts';
import { readInstalledApp } from '../workspace/zaf/installedApp.ts';
import type { RequestOutcome } from '../workspace/zaf/request.ts';
import { sendRequest } from '../workspace/zaf/sendRequest.ts';

export interface Wanted {
  /** What the admin has entered otherwise. */
  settings?: Record<string, unknown>;
  traffic?: Recorder;
}

export type OpenChannels = (wanted?: Wanted) => ReturnType<typeof openChannels>;

/** An account with a Slack and a status page, and an agent's app whose requests reach them in one process. */
export function openChannels({ settings = {}, traffic }: Wanted = {}) {
  const app = readInstalledApp(new URL('../../manifest.json', import.meta.url), {
    ...APP_SETTINGS,
    ...settings,
  });
  const opened = openAccount(traffic);
  const { world, mara, time } = opened;
  const request = async (options: ZafRequest) => answered(await sendRequest(world, app, mara.id, options));
  const clock = appClock(time);
  return { ...opened, clock, client: { request } as unknown as ZafClient };
}

const PROBE = fileURLToPath(new URL('../workspace/host/probe', import.meta.url));

/** The same over a socket, as JSON, by the workspace's server. */
export function channelsOverHttp(): OpenChannels {
  const opened: Promise<Workspace>[] = [];
  afterEach(async () => {
    for (const workspace of opened.splice(0)) await (await workspace).close();
  });
  return ({ settings = {}, traffic }: Wanted = {}) => {
    const account = openAccount(traffic);
    const { world, mara, time } = account;
    const workspace = openWorkspace({ world, appDir: PROBE, settings });
    opened.push(workspace);
    async function request(options: ZafRequest) {
      const body = JSON.stringify({ agent: mara.id, options });
      const { url } = await workspace;
      const response = await fetch(new URL('/__workspace/request', url), { method: 'POST', body });
      return answered((await response.json()) as RequestOutcome);
    }
    // Virtual time would jump over the app's patience while a socket is being waited for.
    const clock: Clock = { now: () => new Date(time.now()), pause: () => new Promise(() => undefined) };
    return { ...account, clock, client: { request } as unknown as ZafClient };
  };
}

function openAccount(traffic: Recorder | undefined) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const { mara } = smallOutage(world);
  if (traffic) world.traffic = traffic;
  return { world, time, mara };
}

function answered({ done, responseArgs }: RequestOutcome): unknown {
  if (!done) throw responseArgs[0];
  return responseArgs[0];
}
