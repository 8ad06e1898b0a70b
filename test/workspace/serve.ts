import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { APP_SETTINGS } from './appSettings.ts';
import { serveApp } from './host/server/serveApp.ts';
import { serveHost } from './host/server/serveHost.ts';
import { servePublic } from './host/server/servePublic.ts';
import { createRecorder } from './record.ts';
import { realClock } from './world/clock.ts';
import { createWorld } from './world/createWorld.ts';
import { type OutageSeed, seedOutage } from './world/seed/outage.ts';
import type { World } from './world/world.ts';
import { readInstalledApp } from './zaf/installedApp.ts';

export interface WorkspaceOptions {
  /** A world of the test's own; else an outage in progress. */
  world?: World;
  /** Of the host page; the next free one unless said. */
  port?: number;
  /** Of the app's page and the public ones, so that a browser knows their files again; the next free ones unless said. */
  otherPorts?: { readonly app: number; readonly product: number };
  /** The built app. */
  appDir?: string;
  /** Keep the app's traffic, to be read from `world.traffic`. */
  record?: boolean;
  /** The app's settings, over the workspace's own. */
  settings?: Record<string, unknown>;
  /** False: the app's page in the background is not opened. */
  background?: boolean;
  /** False: as under `zcli apps:server`. */
  requirements?: boolean;
  /** The custom fields on the ticket's form, by id or by their key in requirements.json; all of them unless said. */
  fieldsOnForm?: readonly (number | string)[];
}

export interface Workspace {
  /** The agent workspace, ready for `#/tickets/3016?agent=mara`. */
  url: string;
  /** The app's page as Zendesk would load it into an iframe. */
  appUrl: string;
  /** Where customers use the company's product. */
  productUrl: string;
  world: World;
  /** The names and ids of the seeded outage; absent when the world came from outside. */
  seed: OutageSeed | undefined;
  close(): Promise<void>;
}

/**
 * Opens the agent workspace around the built app. Page and app are served from different sites (localhost and 127.0.0.1),
 * so the iframe is as foreign to its host as it is in Zendesk.
 */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const world = options.world ?? createWorld({ clock: realClock() });
  const seed = options.world ? undefined : seedOutage(world);
  if (options.record) world.traffic ??= createRecorder();

  const appDir = options.appDir ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const installed = readInstalledApp(`${appDir}/manifest.json`, { ...APP_SETTINGS, ...options.settings });
  const app = options.background === false ? { ...installed, background: '' } : installed;
  const appServer = await listen(await serveApp(appDir), options.otherPorts?.app ?? 0);
  const appUrl = `http://127.0.0.1:${portOf(appServer)}`;
  const publicServer = await listen(await servePublic(world), options.otherPorts?.product ?? 0);
  const productUrl = `http://127.0.0.1:${portOf(publicServer)}`;
  const fieldsOnForm = options.fieldsOnForm?.map((field) =>
    typeof field === 'string' ? world.fieldId(field) : field,
  );
  const requirements = options.requirements ?? true;
  const hostPage = await serveHost({ world, app, appUrl, productUrl, requirements, fieldsOnForm });
  const hostServer = await listen(hostPage, options.port ?? 0).catch(async (cause) => {
    await Promise.all([closed(appServer), closed(publicServer)]);
    throw cause;
  });
  return {
    url: `http://localhost:${portOf(hostServer)}/`,
    appUrl: `${appUrl}/assets/index.html`,
    productUrl,
    world,
    seed,
    async close() {
      await Promise.all([closed(hostServer), closed(appServer), closed(publicServer)]);
    },
  };
}

function listen(listener: RequestListener, port: number): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections(); // event streams never end by themselves
  });
}
