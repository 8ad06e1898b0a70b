import { type Browser, chromium } from '@playwright/test';
import { findOrFetchBrowser } from '../run/browser.ts';
import { CHROMIUM_ARGS } from '../run/chromiumArgs.ts';
import { openWorkspace } from '../workspace/serve.ts';
import { realClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { seedOutage } from '../workspace/world/seed/outage.ts';
import { type Bench, median, round } from './bench.ts';
import { buildBaseline } from './buildBaseline.ts';
import { keepBuild } from './keepBuild.ts';
import { type Load, openTicket } from './openTicket.ts';
import { scriptsSize } from './scriptsSize.ts';

const ROUNDS = 11;
// How long Zendesk takes to answer is Zendesk's; what the app makes of it is measured. The baseline asks nothing.
const NO_LATENCY = { read: 0, write: 0, jitter: 0 };

interface Side {
  name: string;
  dir: string;
  shown: string;
  whole: string;
  background: boolean;
  times: number;
  cold: Load[];
  warm: Load[];
}

/** How soon an agent sees where the incident stands, against a greeting by a page built like Zendesk's scaffold. */
export const firstView: Bench = {
  goals: {
    ratioCold: { max: 1 },
    ratioFirstTicket: { max: 1 },
    ratioWarm: { max: 1 },
    initialJsKb: { max: 95 },
    requestsBeforeFirstView: { max: 2 },
  },

  async measure(tell) {
    const whole = '[data-test-id="incident-status"]';
    const ours = { dir: keepBuild('first-view'), shown: `[data-test-id="glance"], ${whole}`, whole };
    const greeting = '[data-test-id="greeting"]';
    const theirs = { dir: await buildBaseline(), shown: greeting, whole: greeting };
    // With the page in the background, as an agent has it; alone, the ticket's page fetches everything itself.
    const allclear: Side = { name: 'Allclear', ...ours, background: true, times: 3, cold: [], warm: [] };
    const alone: Side = { name: 'alone', ...ours, background: false, times: 1, cold: [], warm: [] };
    const baseline: Side = { name: 'baseline', ...theirs, background: false, times: 3, cold: [], warm: [] };
    const browser = await chromium.launch({
      executablePath: findOrFetchBrowser(),
      args: [...CHROMIUM_ARGS],
    });
    try {
      // Taken in turns, so that whatever slows the machine down slows all; the first round only wakes everything up.
      for (let round = 0; round <= ROUNDS; round++) {
        for (const side of [allclear, alone, baseline]) {
          const [cold, , warm] = await openInNewWorkspace(browser, side);
          if (round === 0 || !cold) continue;
          side.cold.push(cold);
          if (warm) side.warm.push(warm);
          const times = [cold, ...(warm ? [warm] : [])].map(({ ms }) => `${ms.toFixed(0)} ms`);
          tell(`${side.name} ${round}/${ROUNDS}: cold, warm ${times.join(', ')}`);
        }
      }
    } finally {
      await browser.close();
    }

    const coldMs = msOf(alone.cold);
    const firstTicketMs = msOf(allclear.cold);
    const warmMs = msOf(allclear.warm);
    const baselineColdMs = msOf(baseline.cold);
    const baselineWarmMs = msOf(baseline.warm);
    return {
      ratioCold: round(coldMs / baselineColdMs, 3),
      ratioFirstTicket: round(firstTicketMs / baselineColdMs, 3),
      ratioWarm: round(warmMs / baselineWarmMs, 3),
      // To the view that can be worked with, where the others tell when the status is read.
      ratioColdWhole: round(wholeMsOf(alone.cold) / baselineColdMs, 3),
      ratioWarmWhole: round(wholeMsOf(allclear.warm) / baselineWarmMs, 3),
      coldMs: round(coldMs, 0),
      firstTicketMs: round(firstTicketMs, 0),
      baselineColdMs: round(baselineColdMs, 0),
      warmMs: round(warmMs, 0),
      baselineWarmMs: round(baselineWarmMs, 0),
      initialJsKb: jsKb(alone),
      baselineJsKb: jsKb(baseline),
      requestsBeforeFirstView: Math.max(
        ...[allclear, alone].flatMap(({ cold, warm }) => [...cold, ...warm].map(({ requests }) => requests)),
      ),
    };
  },
};

/** A world of its own for each, because Zendesk would slow down an agent who opens an app a hundred times a minute. */
async function openInNewWorkspace(browser: Browser, { dir, shown, whole, background, times }: Side) {
  const world = createWorld({ clock: realClock(), settings: { latency: NO_LATENCY } });
  const { behind } = seedOutage(world);
  const { url, close } = await openWorkspace({ world, appDir: dir, background });
  try {
    const hash = `#/tickets/${behind[0]}?agent=mara`;
    return await openTicket(browser, { url: `${url}#/views?agent=mara`, hash, shown, whole, times });
  } finally {
    await close();
  }
}

const msOf = (loads: readonly Load[]) => median(loads.map(({ ms }) => ms));
const wholeMsOf = (loads: readonly Load[]) => median(loads.map(({ wholeMs }) => wholeMs));

const jsKb = ({ dir, cold }: Side) =>
  round(median(cold.map(({ scripts }) => scriptsSize(dir, scripts))) / 1000, 1);
