import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer } from './answer.ts';
import type { Call } from './world/call.ts';
import type { World } from './world/world.ts';
import { readInstalledApp, toInstallation } from './zaf/installedApp.ts';
import type { AppInstance } from './zaf/instances.ts';
import { readNoTicket, readSnapshot } from './zaf/readSnapshot.ts';
import { createSdk } from './zaf/sdk.ts';
import { sendRequest } from './zaf/sendRequest.ts';
import { openSession, type Session } from './zaf/session.ts';
import type { ZafClient } from './zaf/zafClient.ts';

export interface OpenOptions {
  /** The id of the agent at the screen. */
  agent: number;
  /** Of no account in the nav bar, where no ticket is open. */
  ticketId: number;
  /** The app's settings, secure ones included; the manifest's defaults stand for the rest. */
  settings?: Record<string, unknown>;
  /** Hosts that the package's whitelist names beside those of the manifest, as after `--jira-host`. */
  hosts?: readonly string[];
  /** ticket_sidebar unless said; where no ticket is open, `ticketId` counts for nothing. */
  location?: string;
  /** False: as under `zcli apps:server`, where requirements are not there. */
  requirements?: boolean;
  /** The custom fields on the ticket's form, by id or by their key in requirements.json; all of them unless said. */
  fieldsOnForm?: readonly (number | string)[];
  colorScheme?: 'light' | 'dark';
}

export interface Opened {
  client: ZafClient;
  /** What the agent sees and does: the form, the composer, "Submit as …", toasts. */
  session: Session;
  /** The client of a modal that the app has opened, as its own page gets it. */
  modal(guid: string): ZafClient;
  /** The guid of the modal opened last and still open. */
  lastModal(): string | undefined;
  /** The agent closes the tab. */
  close(): void;
}

/** An agent opens a ticket and the app starts beside it: the SDK's client, over the world, without browser or sockets. */
export function openClient(world: World, options: OpenOptions): Opened {
  const { agent, ticketId, location = 'ticket_sidebar' } = options;
  const app = readInstalledApp(MANIFEST, options.settings);
  app.domainWhitelist.push(...(options.hosts ?? []));
  const fieldsOnForm = options.fieldsOnForm?.map((field) =>
    typeof field === 'string' ? world.fieldId(field) : field,
  );
  const hasNoTicket = WITHOUT_TICKET.includes(location);
  const read = () => (hasNoTicket ? readNoTicket(world, agent) : readSnapshot(world, ticketId, agent));
  const session = openSession({
    snapshot: read(),
    reload: read,
    ...(hasNoTicket ? { hasNoTicket } : {}),
    send: (call: Call) => answer(world, call),
    request: (wanted) => sendRequest(world, app, agent, wanted),
    now: () => world.clock.now(),
    installation: toInstallation(world, app, options.requirements ?? true),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(fieldsOnForm ? { fieldsOnForm } : {}),
  });
  const unsubscribe = world.changes.subscribe((change) => void session.follow(change));
  return {
    client: connect(session, session.instances.add({ location })),
    session,
    modal: (guid) => connect(session, session.instances.open.get(guid) ?? missing(guid)),
    lastModal: () =>
      [...session.instances.open.values()].filter((one) => one.location === 'modal').at(-1)?.guid,
    close() {
      unsubscribe();
      session.close();
    },
  };
}

const WITHOUT_TICKET: readonly string[] = ['nav_bar', 'background'];

// Under jsdom, `new URL(…, import.meta.url)` would be an address of the page.
const MANIFEST = join(dirname(fileURLToPath(import.meta.url)), '../../manifest.json');

/** Loads a page into an instance: the SDK on one side, the host's port on the other, messages in between. */
function connect(session: Session, { guid }: AppInstance): ZafClient {
  // As between windows, a message arrives later than it was posted, and as a copy.
  const later = (act: (message: unknown) => void) => (message: unknown) => {
    const copy = structuredClone(message);
    queueMicrotask(() => act(copy));
  };
  const port = session.instances.connect(
    guid,
    later((message) => sdk.receive(message)),
  );
  const sdk = createSdk(
    guid,
    later((message) => port.receive(message)),
  );
  return sdk.client;
}

function missing(guid: string): never {
  throw new Error(`No modal ${guid} is open`);
}
