import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Workspace, WorkspaceOptions } from '../../workspace/serve.ts';
import type { Pace } from '../../workspace/world/clock.ts';
import { hurryApp } from './hurry.ts';

/** The browser and the ports that a worker's stories use one after another. */
export interface Room {
  /** Where the next workspace is opened, so that the browser knows its files again. */
  ports: Pick<WorkspaceOptions, 'port' | 'otherPorts'>;
  keepPorts(workspace: Workspace): void;
  /** How the hurried stories' time goes, `times` as fast. */
  pace(times: number): Pace;
  /** A window in a browser that no other window of the story uses; `isAlone` ends that browser with the story. */
  openPage(options: { isAlone: boolean; pace: Pace | undefined }): Promise<Page>;
  /** Ends what a story opened, and forgets what it stored. Answers its pages' errors and the dialogs they opened, a line each. */
  cleanUp(): Promise<string[]>;
  close(): Promise<void>;
}

const VIEWPORT = { width: 1440, height: 950 };

/**
 * A third of a story's work was to open a window, start a process and compile in it the files that the story before had
 * compiled. The browsers, and a window in each, live on with an empty page until the next story.
 */
export function openRoom(browser: Browser): Room {
  const newContext = async (pace?: Pace) => {
    const context = await browser.newContext({ viewport: VIEWPORT });
    // The app's frame may not open dialogs, so an alert in it would go unnoticed.
    await context.addInitScript(() => {
      window.alert = () => Object.assign(window, { hacked: true });
    });
    if (pace) await hurryApp(context, pace);
    context.on('weberror', (error) => failures.push(error.error().message));
    context.on('dialog', (dialog) => {
      failures.push(`a dialog appeared: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return context;
  };
  const opened = Date.now();
  /** Of those whose time goes as fast; a page can't be slowed down again. */
  const kept = new Map<number, BrowserContext[]>();
  const allKept = () => [...kept.values()].flat();
  const alone: BrowserContext[] = [];
  const failures: string[] = [];
  let taken = 0;
  const room: Room = {
    ports: {},
    keepPorts({ url, appUrl, productUrl }) {
      room.ports = { port: portIn(url), otherPorts: { app: portIn(appUrl), product: portIn(productUrl) } };
    },
    pace: (times) => ({ since: opened, times }),
    async openPage({ isAlone, pace }) {
      if (isAlone) {
        const own = await newContext(pace);
        alone.push(own);
        return own.newPage();
      }
      const at = taken;
      taken += 1; // before anything is waited for, since two agents may sit down at once
      const times = pace?.times ?? 1;
      const alike = kept.get(times) ?? [];
      kept.set(times, alike);
      const next = alike[at] ?? (await newContext(pace));
      alike[at] = next;
      return next.pages()[0] ?? next.newPage();
    },
    async cleanUp() {
      taken = 0;
      await Promise.all(alone.splice(0).map((context) => context.close()));
      await Promise.all(allKept().map(tidy));
      return failures.splice(0);
    },
    async close() {
      await Promise.all(allKept().map((context) => context.close()));
    },
  };
  return room;
}

async function tidy(context: BrowserContext): Promise<void> {
  const [last, ...older] = context.pages().reverse();
  if (older.length === 0 && (!last || last.url() === EMPTY)) return; // this story did without it
  await Promise.all(older.map((page) => page.close()));
  if (last) await empty(last);
  await Promise.all([context.clearPermissions(), context.clearCookies()]);
}

const EMPTY = 'about:blank';
const portIn = (url: string) => Number(new URL(url).port);

async function empty(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const forget = () => [localStorage, sessionStorage].map((store) => store.clear());
    await frame.evaluate(forget).catch(() => {}); // a frame that has gone, or may not store
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto(EMPTY);
  await page.setViewportSize(VIEWPORT);
}
