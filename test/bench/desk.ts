import { type Browser, chromium, type Frame, type Page } from '@playwright/test';
import { findOrFetchBrowser } from '../run/browser.ts';
import { CHROMIUM_ARGS } from '../run/chromiumArgs.ts';
import { openWorkspace } from '../workspace/serve.ts';
import { realClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { manyReports } from '../workspace/world/seed/build.ts';
import { type Bench, median, round } from './bench.ts';
import { keepBuild } from './keepBuild.ts';
import { type Phase, traceMainThread } from './mainThread.ts';
import { SKIP_WAITS } from './skipWaits.ts';

const ROUNDS = 5;
const REPORTS = 10_000;
// How long Zendesk takes to answer is Zendesk's, and how many requests it allows is not what is measured here.
const QUICK = { latency: { read: 0, write: 0, jitter: 0 }, limits: false } as const;

/** Whether the desk goes on answering while 10,000 reports of an incident are listed, filtered, scrolled, selected and exported. */
export const desk: Bench = {
  goals: { longestTaskMs: { max: 50 } },

  async measure(tell) {
    const appDir = keepBuild('desk');
    const browser = await chromium.launch({
      executablePath: findOrFetchBrowser(),
      args: [...CHROMIUM_ARGS, '--enable-precise-memory-info'],
    });
    const rounds: Round[] = [];
    try {
      // The first round only wakes everything up.
      for (let at = 0; at <= ROUNDS; at += 1) {
        const measured = await measureOnce(browser, appDir);
        tell(`${at}/${ROUNDS}: ${sentenceOf(measured)}`);
        if (at > 0) rounds.push(measured);
      }
    } finally {
      await browser.close();
    }
    const of = (figure: (round: Round) => number) => median(rounds.map(figure));
    const longest = (name: PhaseName) =>
      round(
        of(({ phases }) => phases[name].longest),
        1,
      );
    return {
      // Whatever else runs on the machine stretches a task; the median round is the one to go by.
      longestTaskMs: round(
        of(({ phases }) => Math.max(...each(phases, 'longest'))),
        1,
      ),
      longestTaskCpuMs: round(
        of(({ phases }) => Math.max(...each(phases, 'longestCpu'))),
        1,
      ),
      tasksOver50ms: round(
        of(({ phases }) => each(phases, 'over50').reduce((sum, count) => sum + count, 0)),
        0,
      ),
      longestReadingMs: longest('reading'),
      longestFilteringMs: longest('filtering'),
      longestScrollingMs: longest('scrolling'),
      longestSelectingMs: longest('selecting'),
      longestExportingMs: longest('exporting'),
      framesPerSecond: round(
        of(({ frames }) => frames),
        0,
      ),
      rowsInPage: of(({ rowsInPage }) => rowsInPage),
      heapMb: round(
        of(({ heapMb }) => heapMb),
        0,
      ),
    };
  },
};

type PhaseName = 'reading' | 'filtering' | 'scrolling' | 'selecting' | 'exporting';

interface Round {
  phases: Record<PhaseName, Phase>;
  /** Painted a second while scrolling. */
  frames: number;
  rowsInPage: number;
  heapMb: number;
}

async function measureOnce(browser: Browser, appDir: string): Promise<Round> {
  const world = createWorld({ clock: realClock(), settings: QUICK });
  const { incident } = manyReports(world, REPORTS);
  const { url, close } = await openWorkspace({ world, appDir });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: SKIP_WAITS });
    await page.goto(`${url}#/apps/allclear?agent=mara`);
    const row = `[data-row="${incident.id}"]`;
    await page.frameLocator(byId('nav-frame')).locator(row).waitFor({ timeout: 60_000 });
    const frame = await frameOf(page, 'nav-frame');
    let frames = 0;
    const phases = await traceMainThread(browser, page, frame, {
      async reading() {
        await frame.click(row);
        await waitUntilRead(frame);
      },
      filtering: () => filter(page, frame),
      async scrolling() {
        frames = await scroll(page, frame);
      },
      selecting: () => select(page, frame),
      async exporting() {
        await frame.click(byId('csv'));
        await frame.waitForSelector(`${byId('exported')} p >> text=10,000`);
      },
    });
    const { rowsInPage, heapMb } = await frame.evaluate(() => ({
      rowsInPage: document.querySelectorAll('[data-test-id="report-row"]').length,
      heapMb: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
    }));
    return { phases, frames, rowsInPage, heapMb };
  } finally {
    await context.close();
    await close();
  }
}

async function frameOf(page: Page, testId: string): Promise<Frame> {
  const element = await page.waitForSelector(byId(testId));
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`${testId} holds no page`);
  return frame;
}

/** The app leaves room for other apps after each eighty requests; that time is skipped. */
async function waitUntilRead(frame: Frame): Promise<void> {
  const isWhole = () =>
    frame.evaluate(() => {
      const line = document.querySelector('[data-test-id="reading"]')?.textContent ?? '';
      if (/ on in /.test(line)) (window as unknown as { skipWaits(): void }).skipWaits();
      return document.querySelector('[data-test-id="refresh"]') !== null;
    });
  for (const began = Date.now(); !(await isWhole()); ) {
    if (Date.now() - began > 90_000) throw new Error('the list was not read in time');
    await frame.waitForTimeout(100);
  }
}

async function filter(page: Page, frame: Frame): Promise<void> {
  const shown = (text: RegExp) =>
    frame.waitForFunction(
      ([testId, wanted]) => new RegExp(wanted!).test(document.querySelector(testId!)?.textContent ?? ''),
      [byId('rows-shown'), text.source],
    );
  await frame.click(byId('report-filter'));
  await page.keyboard.type('customer 12 espanol', { delay: 40 });
  await shown(/^\d{2,3} /);
  for (let at = 0; at < 19; at += 1) await page.keyboard.press('Backspace', { delay: 20 });
  await shown(/^10,000 /);
  for (const show of ['behind', 'told', 'cannot', 'all']) {
    await frame.click(byId(`show-${show}`));
    await frame.waitForTimeout(150);
  }
  await shown(/^10,000 /);
}

/** By wheel, by page and from end to end; the frames that were painted a second. */
async function scroll(page: Page, frame: Frame): Promise<number> {
  const table = await frame.waitForSelector(byId('report-table'));
  await frame.evaluate(COUNT_FRAMES);
  await table.hover();
  for (let at = 0; at < 40; at += 1) {
    await page.mouse.wheel(0, at % 4 === 3 ? 40_000 : 700);
    await frame.waitForTimeout(25);
  }
  await table.focus();
  for (const key of [
    'End',
    'Home',
    ...Array<string>(20).fill('PageDown'),
    ...Array<string>(20).fill('ArrowDown'),
  ])
    await page.keyboard.press(key, { delay: 20 });
  return frame.evaluate(() => (window as unknown as { framesPerSecond(): number }).framesPerSecond());
}

/** One, a range over the whole list, all of them, none, and those of one filter. */
async function select(page: Page, frame: Frame): Promise<void> {
  const selected = (text: RegExp) =>
    frame.waitForFunction(
      ([testId, wanted]) => new RegExp(wanted!).test(document.querySelector(testId!)?.textContent ?? ''),
      [byId('selected'), text.source],
    );
  await frame.focus(byId('report-table'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await selected(/^1 ticket /);
  await page.keyboard.press('Shift+End');
  await selected(/^10,000 /);
  await page.keyboard.press('Escape');
  await selected(/^Click /);
  await page.keyboard.press('Control+a');
  await selected(/^10,000 /);
  await frame.click(byId('show-behind'));
  await frame.waitForTimeout(150);
  await frame.click(byId('select-all'));
  await frame.click(byId('show-all'));
  await frame.waitForTimeout(150);
  await frame.focus(byId('report-table')); // another filter has a table of its own
  await page.keyboard.press('Escape');
}

const COUNT_FRAMES = `{
  const began = performance.now();
  let frames = 0;
  let isOver = false;
  const next = () => { frames += 1; if (!isOver) requestAnimationFrame(next); };
  requestAnimationFrame(next);
  window.framesPerSecond = () => { isOver = true; return (1000 * frames) / (performance.now() - began); };
}`;

const byId = (testId: string) => `[data-test-id="${testId}"]`;

function each(phases: Round['phases'], figure: keyof Phase): number[] {
  return Object.values(phases).map((phase) => phase[figure]);
}

function sentenceOf({ phases }: Round): string {
  const parts = Object.entries(phases).map(
    ([name, { longest, longestCpu, wall }]) =>
      `${name} ${longest.toFixed(0)} ms (processor ${longestCpu.toFixed(0)}) of ${(wall / 1_000).toFixed(1)} s`,
  );
  return `longest task while ${parts.join(', ')}`;
}
