import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { ZafClient, ZafRequest } from '../../src/adapters/zaf/client.ts';
import { createZendesk } from '../../src/adapters/zendesk/zendesk.ts';
import type { Clock } from '../../src/ports.ts';
import { openWorkspace, type Workspace } from '../workspace/serve.ts';
import { driven } from './driven.ts';
import { openTicket, type Wanted } from './openTicket.ts';

const PROBE = fileURLToPath(new URL('../workspace/host/probe', import.meta.url));

/** Opens desks whose requests travel as they do from the host page: over a socket, as JSON, to the workspace's server. */
export function desksOverHttp() {
  const opened: Promise<Workspace>[] = [];
  afterEach(async () => {
    for (const workspace of opened.splice(0)) await (await workspace).close();
  });

  return (wanted: Wanted = {}) => {
    const account = openTicket(wanted);
    const { world, time, fieldIds } = account;
    const workspace = openWorkspace({ world, appDir: PROBE });
    opened.push(workspace);
    const agent = account[wanted.by ?? 'mara'].id;

    async function request(options: ZafRequest): Promise<unknown> {
      const body = JSON.stringify({ agent, options });
      const { url } = await workspace;
      const response = await fetch(new URL('/__workspace/request', url), { method: 'POST', body });
      const { done, responseArgs } = (await response.json()) as { done: boolean; responseArgs: unknown[] };
      if (!done) throw responseArgs[0];
      return responseArgs[0];
    }
    // Virtual time would jump over the app's patience while a socket is being waited for.
    const clock: Clock = { now: () => new Date(time.now()), pause: () => new Promise(() => undefined) };
    const client = { request } as unknown as ZafClient; // all of it that the ticket desk needs
    return {
      ...account,
      desk: driven(
        createZendesk(client, clock, async () => fieldIds),
        time,
      ),
    };
  };
}
