import { mkdirSync, writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { createRecorder } from '../../workspace/record.ts';
import { openWorkspace, type WorkspaceOptions } from '../../workspace/serve.ts';
import { realClock } from '../../workspace/world/clock.ts';
import { createWorld } from '../../workspace/world/createWorld.ts';
import { type OutageSeed, seedOutage } from '../../workspace/world/seed/outage.ts';
import type { World } from '../../workspace/world/world.ts';
import { type Desk, openDesk } from './desk.ts';
import { openRoom, type Room } from './room.ts';

export { expect };

/** An outage in progress, and a way to sit down in front of one of its tickets. */
export interface Story {
  world: World;
  seed: OutageSeed;
  /** Where customers use the company's product. */
  productUrl: string;
  /** A browser window of this agent's own, with the ticket open and the built app beside it. */
  sitDown(ticketId: number, agent?: 'mara' | 'tom' | 'ines', look?: Look): Promise<Desk>;
}

export interface Look {
  scheme?: 'light' | 'dark';
  /** Of the sidebar, in pixels. */
  width?: number;
  /** True: time can be moved on with `desk.page.clock`. */
  clock?: boolean;
}

interface Options {
  account: WorkspaceOptions;
  /** How many times as fast time goes, for a story that mostly waits; not for one that moves it on with `desk.page.clock`. */
  hurry: number;
}

/** Runs each story in a world of its own; what it sent is kept for the check against the vendors' descriptions. */
export const test = base.extend<Options & { story: Story }, { room: Room }>({
  account: [{}, { option: true }],
  hurry: [1, { option: true }],
  room: [
    async ({ browser }, use) => {
      const room = openRoom(browser);
      await use(room);
      await room.close();
    },
    { scope: 'worker' },
  ],
  story: async ({ room, account, hurry }, use, info) => {
    const pace = hurry === 1 ? undefined : room.pace(hurry);
    const quick = { latency: { read: 5, write: 10, jitter: 0 } };
    const world = createWorld({ clock: realClock(pace), settings: quick });
    const seed = seedOutage(world);
    const recorder = createRecorder();
    world.traffic = recorder;
    // Its page in the background would be loaded in every window, and says nothing in most stories.
    const workspace = await openWorkspace({ background: false, ...account, world, ...room.ports });
    room.keepPorts(workspace);
    await use({
      world,
      seed,
      productUrl: workspace.productUrl,
      async sitDown(ticketId, agent = 'mara', look = {}) {
        const page = await room.openPage({ isAlone: look.clock === true, pace });
        if (look.clock) await page.clock.install();
        const place = `agent=${agent}${look.scheme ? `&scheme=${look.scheme}` : ''}`;
        await page.goto(`${workspace.url}#/tickets/${ticketId}?${place}`);
        const desk = openDesk(page);
        if (look.width) await desk.resizeSidebar(look.width);
        return desk;
      },
    });
    const failures = await room.cleanUp();
    await workspace.close();
    keepTraffic(info.titlePath.join(' '), recorder.toNdjson());
    expect(failures, 'errors and dialogs in the browser').toEqual([]);
  },
});

const FOLDER = new URL('../../../test-results/traffic/', import.meta.url);

function keepTraffic(title: string, lines: string): void {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 120);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`stories-${name}.ndjson`, FOLDER), lines);
}
