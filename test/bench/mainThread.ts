import type { Browser, Frame, Page } from '@playwright/test';

/** What kept the main thread busy between two marks. Times in milliseconds. */
export interface Phase {
  /** The longest that nothing else could happen. */
  longest: number;
  /** Processor time of the task that took the most of it: what others do on the machine does not stretch it. */
  longestCpu: number;
  over50: number;
  wall: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number; // microseconds, as are the durations
  dur?: number;
  tdur?: number;
}

const LONG = 50;
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/**
 * Runs the phases one after the other and reads off Chromium's own trace what each did to the main thread of this frame,
 * which all frames of the app share.
 */
export async function traceMainThread<Name extends string>(
  browser: Browser,
  page: Page,
  frame: Frame,
  phases: Record<Name, () => Promise<void>>,
): Promise<Record<Name, Phase>> {
  const mark = (where: Frame, name: string) =>
    where.evaluate((text) => void performance.mark(text), `bench:${name}`);
  await browser.startTracing(page, { categories: CATEGORIES });
  for (const [name, run] of Object.entries<() => Promise<void>>(phases)) {
    await mark(frame, name);
    await run();
  }
  await mark(frame, 'end');
  const origin = new URL(frame.url()).origin;
  for (const each of page.frames()) if (each.url().startsWith(origin)) await mark(each, 'check');
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const marks = traceEvents.filter(({ name }) => name.startsWith('bench:')).sort((a, b) => a.ts - b.ts);
  if (new Set(marks.map(({ pid, tid }) => `${pid}/${tid}`)).size !== 1)
    throw new Error('the frames of the app do not share a main thread, so this trace would miss some');
  return Object.fromEntries(
    Object.keys(phases).map((name) => {
      const at = marks.findIndex((event) => event.name === `bench:${name}`);
      const [from, to] = [marks[at], marks[at + 1]];
      if (!from || !to) throw new Error(`the trace has no phase ${name}`);
      return [name, phaseOf(traceEvents, from, to)];
    }),
  ) as Record<Name, Phase>;
}

function phaseOf(events: readonly TraceEvent[], from: TraceEvent, to: TraceEvent): Phase {
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name.endsWith('RunTask') && pid === from.pid && tid === from.tid && ts >= from.ts && ts < to.ts,
  );
  if (tasks.length === 0) throw new Error('the trace holds no task of the main thread');
  const lengths = tasks.map(({ dur = 0 }) => dur / 1_000);
  return {
    longest: Math.max(...lengths),
    longestCpu: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1_000)),
    over50: new Set(tasks.filter(({ dur = 0 }) => dur / 1_000 > LONG).map(({ ts }) => Math.round(ts / 1_000)))
      .size,
    wall: (to.ts - from.ts) / 1_000,
  };
}
