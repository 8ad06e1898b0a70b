import { type Browser, chromium } from '@playwright/test';
import { findOrFetchBrowser } from '../run/browser.ts';
import { openWorkspace } from '../workspace/serve.ts';
import { realClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { seedOutage } from '../workspace/world/seed/outage.ts';
import { type Bench, median, round } from './bench.ts';
import { buildBaseline } from './buildBaseline.ts';
import { keepBuild } from './keepBuild.ts';
import { type Load, loadTwice } from './loadTwice.ts';
import { scriptsSize } from './scriptsSize.ts';

const ROUNDS = 15;
// How long Zendesk takes to answer is Zendesk's; what the app makes of it is measured. The baseline asks nothing.
const NO_LATENCY = { read: 0, write: 0, jitter: 0 };

/** How soon an agent sees where the incident stands, against a greeting by a page built like Zendesk's scaffold. */
export const firstView: Bench = {
  goals: {
    ratioCold: { max: 1 },
    ratioWarm: { max: 1 },
    initialJsKb: { max: 95 },
    requestsBeforeFirstView: { max: 2 },
  },

  async measure(tell) {
    const [ours, theirs] = [keepBuild('first-view'), await buildBaseline()];
    const sides = [
      { name: 'Allclear', dir: ours, shown: '[data-test-id="incident-status"]', loads: newLoads() },
      { name: 'baseline', dir: theirs, shown: '[data-test-id="greeting"]', loads: newLoads() },
    ] as const;
    const browser = await chromium.launch({
      executablePath: findOrFetchBrowser(),
      args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    try {
      // Taken in turns, so that whatever slows the machine down slows both; the first round only wakes everything up.
      for (let round = 0; round <= ROUNDS; round++) {
        for (const { name, dir, shown, loads } of sides) {
          const { cold, warm } = await loadInNewWorkspace(browser, dir, shown);
          if (round === 0) continue;
          loads.cold.push(cold);
          loads.warm.push(warm);
          tell(`${name} ${round}/${ROUNDS}: cold ${cold.ms.toFixed(0)} ms, warm ${warm.ms.toFixed(0)} ms`);
        }
      }
    } finally {
      await browser.close();
    }

    const [allclear, baseline] = sides.map(({ dir, loads }) => ({
      cold: median(loads.cold.map(({ ms }) => ms)),
      warm: median(loads.warm.map(({ ms }) => ms)),
      kb: median(loads.cold.map(({ scripts }) => scriptsSize(dir, scripts))) / 1000,
      requests: Math.max(...[...loads.cold, ...loads.warm].map(({ requests }) => requests)),
    })) as [Side, Side];
    return {
      ratioCold: round(allclear.cold / baseline.cold, 3),
      ratioWarm: round(allclear.warm / baseline.warm, 3),
      coldMs: round(allclear.cold, 0),
      baselineColdMs: round(baseline.cold, 0),
      warmMs: round(allclear.warm, 0),
      baselineWarmMs: round(baseline.warm, 0),
      initialJsKb: round(allclear.kb, 1),
      baselineJsKb: round(baseline.kb, 1),
      requestsBeforeFirstView: allclear.requests,
    };
  },
};

/** A world of its own for each, because Zendesk would slow down an agent who opens an app a hundred times a minute. */
async function loadInNewWorkspace(browser: Browser, appDir: string, shown: string) {
  const world = createWorld({ clock: realClock(), settings: { latency: NO_LATENCY } });
  const { behind } = seedOutage(world);
  const { url, close } = await openWorkspace({ world, appDir });
  try {
    return await loadTwice(browser, `${url}#/tickets/${behind[0]}?agent=mara`, shown);
  } finally {
    await close();
  }
}

interface Side {
  cold: number;
  warm: number;
  kb: number;
  requests: number;
}

function newLoads(): { cold: Load[]; warm: Load[] } {
  return { cold: [], warm: [] };
}
