import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connectNavBar } from '../../src/connectNavBar.ts';
import { Desk } from '../../src/views/desk/Desk.tsx';
import { appClock } from '../actions/appClock.ts';
import '../../src/views/desk/charts/Charts.tsx';
import '../../src/views/desk/incident/IncidentPage.tsx';
import '../../src/views/desk/measures/Measures.tsx';
import '../../src/views/modal/timeline/Timeline.tsx';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutage, type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { draw } from './render.tsx';

export interface ShownDesk {
  outage?: SmallOutageOptions;
  by?: 'mara' | 'tom' | 'ines';
  language?: string;
  settings?: Record<string, unknown>;
  /** What is different about this world, before the desk opens. */
  given?: (world: World, seed: SmallOutage) => void;
  /** What the desk opens with: `#desk/measures`. */
  hash?: (seed: SmallOutage) => string;
}

/** The desk as a lead has it, over the world in one process. */
export async function showDesk(wanted: ShownDesk = {}) {
  const { outage = {}, by = 'mara', language = 'en', given, hash, ...rest } = wanted;
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const seed = smallOutage(world, outage);
  given?.(world, seed);
  const { client, session } = openClient(world, {
    agent: seed[by].id,
    ticketId: 0,
    location: 'nav_bar',
    ...rest,
  });
  const clock = appClock(time);
  const app = connectNavBar(client as unknown as ZafClient, clock, memoryStorage);
  const ports = await time.run(app.ports);
  window.location.hash = hash?.(seed) ?? '#desk';
  const drawn = await draw(<Desk ports={ports} onDestroy={() => undefined} />, time, language);
  return {
    ...seed,
    ...drawn,
    world,
    time,
    ports,
    session,
  };
}
