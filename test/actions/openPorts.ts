import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connect } from '../../src/connect.ts';
import { type OpenOptions, openClient } from '../workspace/client.ts';
import type { VirtualClock } from '../workspace/world/clock.ts';
import type { World } from '../workspace/world/world.ts';
import { appClock } from './appClock.ts';
import { memoryStorage } from './memoryStorage.ts';

export interface PortsWanted extends OpenOptions {
  /** The browser tab's own storage; hand over the same to open the app again in the same tab. */
  storage?: Storage;
}

export type Screen = Awaited<ReturnType<typeof openPorts>>;

/** One agent's screen: the ticket open, the app beside it with all its services, its first look behind it. */
export async function openPorts(world: World, time: VirtualClock, wanted: PortsWanted) {
  const { storage = memoryStorage(), ...options } = wanted;
  const opened = openClient(world, options);
  const clock = appClock(time);
  // The SDK has no types of its own: the app names the part it uses, the workspace the whole.
  const app = connect(opened.client as unknown as ZafClient, clock, () => storage);
  const ports = await time.run(app.ports);
  await time.run(app.firstLook.catch(() => undefined));
  // Read from disk now, so that virtual time does not run ahead while a file is read.
  await Promise.all(ports.replyTexts.languages.map((language) => ports.replyTexts.load(language)));
  return { app, ports, clock, session: opened.session, storage, ticketId: options.ticketId };
}
