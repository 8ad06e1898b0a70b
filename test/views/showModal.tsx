import { vi } from 'vitest';
import type { ZafAnswer, ZafClient } from '../../src/adapters/zaf/client.ts';
import { lackingFields, REQUIREMENT_PATHS } from '../../src/adapters/zaf/fields.ts';
import { connect } from '../../src/connect.ts';
import type { ModalTask } from '../../src/domain/modalTask.ts';
import type { ModalPorts } from '../../src/ports/batches.ts';
import { Modal } from '../../src/views/modal/Modal.tsx';
import { appClock } from '../actions/appClock.ts';
import '../../src/views/modal/post/PostUpdate.tsx';
import '../../src/views/modal/reports/Reports.tsx';
import '../../src/views/modal/settings/CheckSettings.tsx';
import '../../src/views/modal/timeline/Timeline.tsx';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutage, type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { draw } from './render.tsx';

export interface ShownModal {
  outage?: SmallOutageOptions;
  by?: 'mara' | 'tom' | 'ines';
  language?: string;
  settings?: Record<string, unknown>;
  /** False: as under `zcli apps:server`, where requirements are not there. */
  requirements?: boolean;
  /** What is different about this world, before the modal opens. */
  given?: (opened: {
    world: World;
    seed: SmallOutage;
    ports: ModalPorts;
    run: <T>(promise: Promise<T>) => Promise<T>;
  }) => void | Promise<void>;
}

/** A modal of the app as an agent has it, over the world in one process. */
export async function showModal(task: (incident: number) => ModalTask, wanted: ShownModal = {}) {
  const { outage = {}, by = 'mara', language = 'en', given, ...rest } = wanted;
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const seed = smallOutage(world, outage);
  const { client } = openClient(world, { agent: seed[by].id, ticketId: seed.incident.id, ...rest });
  const clock = appClock(time);
  const app = connect(client as unknown as ZafClient, clock, memoryStorage);
  const openTicket = vi.fn();
  const forms = { get: () => undefined, keep: () => undefined, drop: () => undefined };
  const { broadcasting } = await time.run(app.ports);
  const known: Promise<ZafAnswer> = client.get(REQUIREMENT_PATHS).catch(() => ({}));
  const lacksFields = async () => lackingFields(client as unknown as ZafClient, clock, await known, '');
  const ports: ModalPorts = {
    ...(await time.run(broadcasting())),
    forms,
    declareForms: forms,
    lacksFields,
    openTicket,
  };
  await given?.({ world, seed, ports, run: (promise) => time.run(promise) });
  await Promise.all(ports.replyTexts.languages.map((each) => ports.replyTexts.load(each)));
  const close = vi.fn();
  const drawn = await draw(
    <Modal ports={ports} task={task(seed.incident.id)} close={close} />,
    time,
    language,
  );
  return {
    ...seed,
    ...drawn,
    world,
    time,
    ports,
    close,
    openTicket,
  };
}
