import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import type { GroupAnswer, GroupQuestion } from '../../../src/adapters/groupFinder.ts';
import type { Heard } from '../../../src/domain/matching/groups.ts';
import { findOrFetchBrowser } from '../../run/browser.ts';
import { createChance } from '../../simulation/chance.ts';
import { median, round } from '../bench.ts';
import { keepBuild } from '../keepBuild.ts';
import { toHeard } from './measureGroups.ts';
import type { LabelledTicket } from './readSet.ts';

const TICKETS = 1_000;
const ROUNDS = 25;
const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;
const HOST = 'https://allclear.test';

/**
 * How long the package's own worker takes for a thousand tickets, in Chromium and under the page's own policy: from the page's
 * question to its answer. The quickest of the rounds, since all that else runs on the machine can only add to it; beside it their
 * median, their processor time, the very first one, and that of an account whose thousand tickets came within two hours.
 */
export async function timeWorker(tickets: readonly LabelledTicket[]) {
  const browser = await chromium.launch({ executablePath: findOrFetchBrowser(), args: ['--disable-gpu'] });
  try {
    const page = await openPage(await browser.newPage());
    await browser.startTracing(page, { categories: ['toplevel'] });
    const day = await time(page, manyTickets(tickets, DAY), DAY);
    const cpu = processorTimes((await browser.stopTracing()).toString());
    const busy = await time(page, manyTickets(tickets, 2 * HOUR), DAY);
    return {
      ms1000: round(Math.min(...day.times), 1),
      ms1000Median: round(median(day.times), 1),
      ms1000Cpu: round(median(cpu), 1),
      ms1000First: round(day.times[0] ?? Number.NaN, 1),
      ms1000Busy: round(Math.min(...busy.times), 1),
      mainThreadTasksOver50ms: day.longTasks + busy.longTasks,
    };
  } finally {
    await browser.close();
  }
}

async function openPage(page: Page): Promise<Page> {
  const assets = `${keepBuild('matching')}/assets`;
  await page.route(`${HOST}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    const contentType = file.endsWith('.html') ? 'text/html' : 'text/javascript';
    return route.fulfill({ body: readFileSync(`${assets}/${file}`), contentType });
  });
  await page.route(/^(?!https:\/\/allclear\.test)/, (route) => route.abort()); // Zendesk's SDK
  await page.goto(`${HOST}/index.html`);
  const worker = readdirSync(assets).find((file) => file.startsWith('groupWorker'));
  if (!worker) throw new Error('the package has no worker');
  await page.evaluate((file) => {
    const helper = new Worker(file, { type: 'module' });
    Object.assign(window, { helper });
  }, `/${worker}`);
  return page;
}

async function time(page: Page, heard: readonly Heard[], now: number) {
  return page.evaluate(
    async ({ tickets, until, rounds }) => {
      const { helper } = window as unknown as { helper: Worker };
      const times: number[] = [];
      let longTasks = 0;
      const observer = new PerformanceObserver((list) => {
        longTasks += list.getEntries().length;
      });
      observer.observe({ entryTypes: ['longtask'] });
      for (let id = 0; id < rounds; id += 1) {
        const began = performance.now();
        await new Promise<void>((resolve, reject) => {
          helper.onmessage = ({ data }: MessageEvent<GroupAnswer>) => data.id === id && resolve();
          helper.onerror = () => reject(new Error('the worker was not let in'));
          const question: GroupQuestion = { id, heard: tickets, now: until };
          helper.postMessage(question);
        });
        times.push(performance.now() - began);
      }
      observer.disconnect();
      return { times, longTasks };
    },
    { tickets: heard, until: now, rounds: ROUNDS },
  );
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number; // microseconds of a processor
  readonly args?: { readonly name?: string };
}

/** Of every task of the worker that answered a question, in milliseconds. */
function processorTimes(trace: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const worker = traceEvents.find(
    ({ name, args }) => name === 'thread_name' && args?.name?.startsWith('DedicatedWorker'),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === worker?.pid && tid === worker.tid,
  );
  return tasks
    .map(({ tdur = 0 }) => tdur / 1_000)
    .sort((a, b) => b - a)
    .slice(0, ROUNDS);
}

/** So many different tickets of the length of a mail, spread over this time before the end of a day. */
function manyTickets(tickets: readonly LabelledTicket[], spanMs: number): Heard[] {
  const chance = createChance(7);
  const texts = tickets.map(toHeard);
  return Array.from({ length: TICKETS }, (_, id) => {
    const [own, second, third] = [chance.of(texts), chance.of(texts), chance.of(texts)];
    return {
      id,
      text: [own.text, shuffled(second.text, chance), shuffled(third.text, chance)].join('\n'),
      voice: `person ${id}`,
      at: DAY - Math.floor(chance.next() * spanMs),
      is: 'free',
    };
  });
}

// Each with some words that nobody else writes.
function shuffled(text: string, chance: ReturnType<typeof createChance>): string {
  const words = text.split(' ').sort(() => chance.next() - 0.5);
  return [...words, `w${chance.between(1, 9_999).toString(36)}x`].join(' ');
}
