import type { Browser, Page } from '@playwright/test';

/** One load of the app in its iframe, up to its first useful view. */
export interface Load {
  /** From the iframe's navigation to the frame in which what is looked for was painted. */
  ms: number;
  /** To the frame in which the view was painted that can be worked with; never sooner. */
  wholeMs: number;
  /** What the app had asked of Zendesk's REST API when that view was put into the page. */
  requests: number;
  /** The app's own scripts that had arrived by then. */
  scripts: string[];
}

/** What to open, and the selectors of what is looked for and of the view that can be worked with. */
export interface Wanted {
  /** Of Zendesk, before any ticket is open. */
  url: string;
  /** Of the ticket. */
  hash: string;
  shown: string;
  whole: string;
  times: number;
}

interface Watched {
  /** Requests that have come from the app, and how many had when it said that its view was there. */
  asked: number;
  askedBefore?: number;
  ms?: number;
  whole?: { wholeMs: number; scripts: string[] };
}
declare global {
  interface Window {
    watched: Watched;
  }
}

// By then a new window has loaded the browser's own pages, the host has drawn itself, and an app that has a page in the
// background has it open.
const ZENDESK_SETTLES_MS = 3_500;

/**
 * Opens Zendesk and then a ticket, in a browser that has never seen the app, and again so many `times` with what
 * its cache holds. Chromium compiles what it finds there once more before it keeps the result: warm is the third.
 */
export async function openTicket(
  browser: Browser,
  { url, hash, shown, whole, times }: Wanted,
): Promise<Load[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, [shown, whole] as const);
    const loads: Load[] = [];
    while (loads.length < times) {
      await page.goto('about:blank'); // a change of the hash alone would load nothing
      await page.goto(url);
      await page.waitForTimeout(ZENDESK_SETTLES_MS);
      await page.evaluate((ticket) => {
        location.hash = ticket;
      }, hash);
      loads.push(await firstViewOf(page));
    }
    return loads;
  } finally {
    await context.close();
  }
}

async function firstViewOf(page: Page): Promise<Load> {
  const element = await page.waitForSelector('iframe[data-test-id="app-frame"]');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the iframe holds no page');
  await frame.waitForFunction(() => window.watched?.ms && window.watched.whole, undefined, {
    timeout: 20_000,
    polling: 50,
  });
  const { ms, whole } = await frame.evaluate(() => window.watched);
  const { askedBefore } = await page.evaluate(() => window.watched);
  return { ms: ms!, ...whole!, requests: askedBefore! };
}

/** Runs in every page before its own scripts: in the host it hears requests, in the iframe it looks for the view. */
function watch([shown, whole]: readonly [string, string]): void {
  const VIEW_IS_THERE = 'bench.view';
  const watched: Watched = { asked: 0 };
  window.watched = watched;
  if (window.parent === window) {
    window.addEventListener('message', ({ data }) => {
      const { key } = typeof data === 'string' ? JSON.parse(data) : data;
      // What the iframe of the page before this one still had to say may arrive here.
      if (key === 'iframe.handshake') watched.asked = 0;
      if (/^request:/.test(key ?? '')) watched.asked += 1;
      if (key === VIEW_IS_THERE) watched.askedBefore = watched.asked;
    });
    return;
  }
  // An observer hears of the view when the task that drew it is over, and that may have asked for more by then. Messages
  // keep their order, which two processes' clocks do not.
  const insert = Node.prototype.appendChild;
  Node.prototype.appendChild = function <Child extends Node>(this: Node, child: Child): Child {
    const inserted = insert.call(this, child) as Child;
    if (this.isConnected && document.querySelector(whole)) {
      Node.prototype.appendChild = insert;
      window.parent.postMessage(JSON.stringify({ key: VIEW_IS_THERE }), '*');
    }
    return inserted;
  };
  // The next frame begins when what was put into the page has been painted.
  let isShown = false;
  const observer = new MutationObserver(() => {
    if (!isShown && document.querySelector(shown)) {
      isShown = true;
      requestAnimationFrame(() => {
        watched.ms = performance.now();
      });
    }
    if (!document.querySelector(whole)) return;
    observer.disconnect();
    const ready = performance.now();
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const arrived = files.filter(({ responseEnd }) => responseEnd <= ready);
    const paths = arrived.map(({ name }) => new URL(name).pathname);
    const scripts = [...new Set(paths.filter((path) => /\/assets\/.*\.js$/.test(path)))];
    requestAnimationFrame(() => {
      watched.whole = { wholeMs: performance.now(), scripts };
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}
