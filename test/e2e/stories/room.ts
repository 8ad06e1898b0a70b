import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Workspace, WorkspaceOptions } from '../../workspace/serve.ts';

/** The browser and the ports that a worker's stories use one after another. */
export interface Room {
  /** Where the next workspace is opened, so that the browser knows its files again. */
  ports: Pick<WorkspaceOptions, 'port' | 'otherPorts'>;
  keepPorts(workspace: Workspace): void;
  /** A window: the first of a story in the browser at hand, each further one in a browser of its own, as is one that `isAlone`. */
  openPage(options: { isAlone: boolean }): Promise<Page>;
  /** Ends what a story opened, and forgets what it stored. */
  cleanUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A third of a story's work was to start a process and compile in it the files that the story before had compiled. The
 * process lives on in the story's last window, which shows an empty page until the next story is over.
 */
export async function openRoom(browser: Browser): Promise<Room> {
  const newContext = () => browser.newContext({ viewport: { width: 1440, height: 950 } });
  const shared = await newContext();
  const others: BrowserContext[] = [];
  const isTaken = () => others.length > 0 || shared.pages().some((page) => page.url() !== EMPTY);
  const room: Room = {
    ports: {},
    keepPorts({ url, appUrl, productUrl }) {
      room.ports = { port: portIn(url), otherPorts: { app: portIn(appUrl), product: portIn(productUrl) } };
    },
    async openPage({ isAlone }) {
      if (!isAlone && !isTaken()) return shared.newPage();
      const context = await newContext();
      others.push(context);
      return context.newPage();
    },
    async cleanUp() {
      await Promise.all(others.splice(0).map((context) => context.close()));
      const [last, ...older] = shared.pages().reverse();
      await Promise.all(older.map((page) => page.close()));
      if (last) await empty(last);
      await Promise.all([shared.clearPermissions(), shared.clearCookies()]);
    },
    close: () => shared.close(),
  };
  return room;
}

const EMPTY = 'about:blank';
const portIn = (url: string) => Number(new URL(url).port);

async function empty(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => localStorage.clear()).catch(() => {}); // a frame that has gone, or may not store
  }
  await page.goto(EMPTY);
}
