import { createBrowser } from '../../src/adapters/browser.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connect } from '../../src/connect.ts';
import type { Browser } from '../../src/ports.ts';
import { Sidebar } from '../../src/views/sidebar/Sidebar.tsx';
import { appClock } from '../actions/appClock.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutage, type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { draw } from './render.tsx';

// What the app loads later is on hand, so that no test waits for a disk.
import '../../src/actions/attachReport.ts';
import '../../src/actions/checkSubmit.ts';
import '../../src/actions/countAnswers.ts';
import '../../src/actions/insertReply.ts';
import '../../src/actions/rankForTicket.ts';
import '../../src/actions/readAnswers.ts';
import '../../src/actions/settleSubmit.ts';
import '../../src/actions/tellEveryone.ts';
import '../../src/adapters/zaf/modals.ts';
import '../../src/adapters/zendesk/batches.ts';
import '../../src/views/sidebar/AnswersSection.tsx';
import '../../src/views/sidebar/FreeTicket.tsx';
import '../../src/views/sidebar/GoOn.tsx';
import '../../src/views/sidebar/LookedUp.tsx';
import '../../src/views/sidebar/PostButton.tsx';
import '../../src/views/sidebar/PromiseNotes.tsx';
import '../../src/views/sidebar/ReplyPreview.tsx';
import '../../src/views/sidebar/Rest.tsx';
import '../../src/views/sidebar/Stopped.tsx';
import '../../src/views/sidebar/TellNow.tsx';

export interface Shown {
  outage?: SmallOutageOptions;
  by?: 'mara' | 'tom' | 'ines';
  language?: string;
  settings?: Record<string, unknown>;
  fieldsOnForm?: readonly string[];
  requirements?: boolean;
  /** What the agent's browser keeps; one that has kept nothing yet unless said. */
  browser?: Browser;
  /** What is different about this world; answers which ticket is open (the first report unless said). */
  given?: (world: World, outage: SmallOutage) => number | undefined;
}

/** The sidebar as an agent has it beside a ticket, over the world in one process. */
export async function showSidebar({
  outage = {},
  by = 'mara',
  language = 'en',
  given,
  browser,
  ...rest
}: Shown = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const seed = smallOutage(world, outage);
  const ticketId = given?.(world, seed) ?? seed.reports[0]!.id;
  const opened = openClient(world, { agent: seed[by].id, ticketId, ...rest });
  const clock = appClock(time);
  const app = connect(opened.client as unknown as ZafClient, clock, memoryStorage, browser ?? aBrowser());
  const ports = await time.run(app.ports);
  await Promise.all(ports.replyTexts.languages.map((each) => ports.replyTexts.load(each)));
  const destroying: (() => void)[] = [];
  const drawn = await draw(
    <Sidebar
      ports={ports}
      ticketId={ticketId}
      firstLook={app.firstLook}
      onDestroy={(act) => destroying.push(act)}
    />,
    time,
    language,
  );
  return {
    ...seed,
    ...drawn,
    world,
    time,
    ports,
    session: opened.session,
    ticketId,
    destroy: () => {
      for (const act of destroying) act();
    },
  };
}

/** A browser that has kept nothing yet, and has no other tab of ours. */
function aBrowser(): Browser {
  const kept = memoryStorage();
  return createBrowser(() => kept, undefined);
}
