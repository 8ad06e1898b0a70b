import { act, render as renderReact } from '@testing-library/react';
import { expect } from 'vitest';
// What the app loads later is on hand, so that no test waits for a disk.
import { createBrowser } from '../../src/adapters/browser.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import '../../src/actions/attachReport.ts';
import '../../src/actions/checkSubmit.ts';
import '../../src/actions/insertReply.ts';
import '../../src/actions/rankForTicket.ts';
import '../../src/actions/settleSubmit.ts';
import '../../src/adapters/zaf/modals.ts';
import '../../src/adapters/zendesk/batches.ts';
import { connect, loadPhrases } from '../../src/connect.ts';
import type { Browser, Clock } from '../../src/ports.ts';
import { Frame } from '../../src/views/Frame.tsx';
import { WithWords } from '../../src/views/phrases.tsx';
import { Panel } from '../../src/views/pieces.tsx';
import '../../src/actions/tellEveryone.ts';
import '../../src/actions/countAnswers.ts';
import '../../src/actions/readAnswers.ts';
import '../../src/views/sidebar/AnswersSection.tsx';
import '../../src/views/sidebar/FreeTicket.tsx';
import '../../src/views/sidebar/GoOn.tsx';
import '../../src/views/sidebar/LookedUp.tsx';
import '../../src/views/sidebar/TellNow.tsx';
import '../../src/views/sidebar/PostButton.tsx';
import '../../src/views/sidebar/PromiseNotes.tsx';
import '../../src/views/sidebar/ReplyPreview.tsx';
import '../../src/views/sidebar/Rest.tsx';
import '../../src/views/sidebar/Stopped.tsx';
import { Sidebar } from '../../src/views/sidebar/Sidebar.tsx';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutage, type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';

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
  const clock: Clock = { now: () => new Date(time.now()), pause: (ms) => time.pause(ms) };
  const app = connect(opened.client as unknown as ZafClient, clock, memoryStorage, browser ?? aBrowser());
  const ports = await time.run(app.ports);
  const phrases = await loadPhrases(language);
  await Promise.all(ports.replyTexts.languages.map((each) => ports.replyTexts.load(each)));
  const destroying: (() => void)[] = [];
  const view = renderReact(
    <WithWords language={language} phrases={phrases}>
      <Frame onColorScheme={() => () => undefined}>
        <Panel>
          <Sidebar
            ports={ports}
            ticketId={ticketId}
            firstLook={app.firstLook}
            onDestroy={(act) => destroying.push(act)}
          />
        </Panel>
      </Frame>
    </WithWords>,
  );
  return {
    ...seed,
    world,
    time,
    ports,
    session: opened.session,
    ticketId,
    view,
    text: () => view.container.textContent ?? '',
    /** Lets the world go on, in small steps, until this holds. */
    until: (holds: () => void) => until(time, holds),
    /** Waits for a text to be there. */
    see: (wanted: string | RegExp) =>
      until(time, () => expect(view.container.textContent).toMatch(asPattern(wanted))),
    async press(name: string | RegExp) {
      await until(time, () => expect(buttons(name)).toHaveLength(1));
      await act(async () => buttons(name)[0]?.click());
    },
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

// Asked at every step, so looked up plainly: jsdom takes long to work out roles and names.
export function buttons(name: string | RegExp): HTMLButtonElement[] {
  const isIt = (said: string) => (name instanceof RegExp ? name.test(said) : name === said);
  return [...document.querySelectorAll('button')].filter((button) =>
    isIt(button.getAttribute('aria-label') ?? button.textContent ?? ''),
  );
}

function asPattern(wanted: string | RegExp): RegExp {
  return wanted instanceof RegExp ? wanted : new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

// Code that is loaded later takes turns of the real event loop; the world's time takes none.
const MOST_STEPS = 800;
const STEP_MS = 50;

export async function until(time: ReturnType<typeof virtualClock>, holds: () => void): Promise<void> {
  for (let step = 1; ; step += 1) {
    try {
      holds();
      return;
    } catch (error) {
      if (step === MOST_STEPS) throw error;
    }
    await act(() => time.advance(step < 100 ? STEP_MS : 0));
    if (step > 20) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)));
  }
}

/** Lets time go by in which nothing is waited for. Files that are loaded meanwhile take time of their own. */
export async function passTime(time: ReturnType<typeof virtualClock>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await act(() => time.advance(STEP_MS));
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)));
  }
}
