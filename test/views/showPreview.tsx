import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connect } from '../../src/connect.ts';
import { type Incident, toIncident } from '../../src/domain/incident.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import type { BroadcastPorts } from '../../src/ports/batches.ts';
import { Preview } from '../../src/views/modal/post/Preview.tsx';
import { useSurvey } from '../../src/views/modal/post/useSurvey.ts';
import { appClock } from '../actions/appClock.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutage, type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { draw } from './render.tsx';

export interface ShownPreview extends SmallOutageOptions {
  language?: string;
  settings?: Record<string, unknown>;
  /** What is different about this world. */
  given?: (world: World, outage: SmallOutage) => void;
}

/** The preview as it is beside the form for an update, whose draft the test types. */
export async function showPreview({ language = 'en', settings = {}, given, ...outage }: ShownPreview = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const seed = smallOutage(world, outage);
  given?.(world, seed);
  const opened = openClient(world, { agent: seed.mara.id, ticketId: seed.incident.id, settings });
  const clock = appClock(time);
  const app = connect(opened.client as unknown as ZafClient, clock, memoryStorage);
  const ports = await time.run((await time.run(app.ports)).broadcasting());
  await Promise.all(ports.replyTexts.languages.map((each) => ports.replyTexts.load(each)));
  const incident = toIncident(await time.run(ports.tickets.readOne(seed.incident.id)));
  const draft = (different: Partial<UpdateDraft> = {}): UpdateDraft => ({
    stage: 'identified',
    symptoms: 'Donors press Give and see an error.',
    next: '2099-11-23T12:30:00Z',
    ...different,
  });
  const screen = (written: UpdateDraft) => <Surveyed ports={ports} incident={incident} draft={written} />;
  const { redraw, ...drawn } = await draw(screen(draft()), time, language);
  return {
    ...seed,
    ...drawn,
    world,
    ports,
    draft,
    run: <T,>(promise: Promise<T>) => time.run(promise),
    paper: () => drawn.view.queryByTestId('post-preview'),
    type: (different: Partial<UpdateDraft>) => redraw(screen(draft(different))),
  };
}

function Surveyed(props: { ports: BroadcastPorts; incident: Incident; draft: UpdateDraft }) {
  const { looked, again } = useSurvey(props.ports, props.incident);
  return <Preview {...props} looked={looked} lookAgain={again} />;
}
