import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { mostPerMinute } from '../../src/domain/pacing.ts';
import { SETTING_DEFAULTS } from '../../src/domain/settings.ts';
import type { BroadcastPorts } from '../../src/ports/batches.ts';
import { appClock } from '../actions/appClock.ts';
import { broadcastPorts } from '../simulation/broadcastPorts.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { DEFAULT_SETTINGS } from '../workspace/world/settings.ts';
import { type Bench, type Figures, round } from './bench.ts';
import { watchHeap } from './heap.ts';
import { LATENCY, openTelling } from './openTelling.ts';
import { oracle } from './oracle.ts';
import { createTape } from './tape.ts';
import { tellOneByOne } from './tellOneByOne.ts';

const SIZES = [100, 1_000, 10_000] as const;
const PER_MINUTE = mostPerMinute(SETTING_DEFAULTS.request_share / 100);
const UNDER_JOBS = 20;
// A Map of V8's takes some fifty for an id and what is known of it, and twice that right after it has grown.
const BYTES_PER_ID = 120;

/** How many requests, how long and how much memory it takes to tell everyone, beside what nobody could do better. */
export const broadcast: Bench = {
  goals: Object.fromEntries([
    ...SIZES.flatMap((n) => [
      [`requestsRatio${n}`, { max: 1 }],
      [`requestsRatioApart${n}`, { max: 1 }],
      [`timeRatio${n}`, { max: 1.1 }],
      [`timeRatioApart${n}`, { max: 1.1 }],
    ]),
    ['busiestMinute', { max: PER_MINUTE }],
    ['mostJobs', { max: UNDER_JOBS - 1 }],
    ['bytesPerReport', { max: BYTES_PER_ID }],
  ]),

  async measure(tell) {
    const figures: Figures = {};
    const memory = new Map<number, number>();
    let [busiestMinute, mostJobs] = [0, 0];
    await peakOf(100); // what is loaded and compiled once is not counted
    for (const n of SIZES) {
      for (const bringsPeople of [true, false]) {
        const run = await tellAll(n, bringsPeople);
        const best = oracle(n, limits(bringsPeople));
        const suffix = `${bringsPeople ? '' : 'Apart'}${n}`;
        figures[`requests${suffix}`] = run.requests;
        figures[`requestsRatio${suffix}`] = round(run.requests / allowed(n, bringsPeople), 3);
        figures[`seconds${suffix}`] = round(run.ms / 1000, 1);
        figures[`oracleSeconds${suffix}`] = round(best.ms / 1000, 1);
        figures[`timeRatio${suffix}`] = round(run.ms / best.ms, 3);
        busiestMinute = Math.max(busiestMinute, run.busiestMinute);
        mostJobs = Math.max(mostJobs, run.mostJobs);
        tell(
          `${n} reports: ${run.requests} requests, ${run.ms / 1000} s; oracle ${best.requests}, ${best.ms / 1000} s`,
        );
        if (!bringsPeople) continue;
        const loop = await tellByLoop(n);
        figures[`loopRequests${n}`] = loop.requests;
        figures[`loopSeconds${n}`] = round(loop.ms / 1000, 1);
        figures[`timesLoop${n}`] = round(loop.ms / run.ms, 1);
        tell(`one by one: ${loop.requests} requests, ${loop.ms / 1000} s`);
      }
      memory.set(n, await peakOf(n));
      figures[`peakMb${n}`] = round((memory.get(n) ?? 0) / 1e6, 2);
    }
    const grown = (memory.get(10_000) ?? 0) - (memory.get(1_000) ?? 0);
    return { ...figures, busiestMinute, mostJobs, bytesPerReport: round(grown / 9_000, 0) };
  },
};

async function tellAll(n: number, bringsPeople: boolean) {
  const { time, ports, incident, ...seen } = await openTelling(n, bringsPeople);
  const ms = await time.run(follow(ports(), incident, n));
  if (seen.told() !== n) throw new Error(`${seen.told()} of ${n} customers were told`);
  return { ms, requests: seen.requests(), busiestMinute: seen.busiestMinute(), mostJobs: seen.mostJobs() };
}

/** Tells everyone, to the last write of its own; the answer is how long it took until all were known to be told. */
async function follow(ports: BroadcastPorts, incident: number, n: number): Promise<number> {
  const began = ports.clock.now().getTime();
  let knownAt: number | undefined;
  const { finished } = await tellEveryone(ports, incident, 2, {
    onProgress: ({ told }) => {
      if (told === n) knownAt ??= ports.clock.now().getTime();
    },
  });
  if (finished?.do !== 'finished' || knownAt === undefined) throw new Error('it did not come to its end');
  return knownAt - began;
}

async function tellByLoop(n: number) {
  const { time, ports, incident, ids, request, told, requests } = await openTelling(n, true);
  const began = time.now();
  await time.run(tellOneByOne(ports(), request, incident, ids.allclear_told));
  if (told() !== n) throw new Error(`${told()} of ${n} customers were told`);
  return { ms: time.now() - began, requests: requests() };
}

/** What is alive at most while everyone is told, in bytes: the run is played again from a file, without its world. */
async function peakOf(n: number): Promise<number> {
  const tape = createTape('tmp/bench/broadcast.tape');
  const { incident, ids, start } = await recorded(n, tape);
  const time = virtualClock(start);
  const answer = tape.play(time);
  const heap = watchHeap();
  const ports = broadcastPorts(
    async (options) => {
      heap.look();
      const told = await answer(options);
      heap.look();
      return told;
    },
    appClock(time),
    ids,
  );
  await time.run(follow(ports, incident, n));
  tape.close();
  return heap.peak;
}

async function recorded(n: number, tape: ReturnType<typeof createTape>) {
  const { time, ports, request, incident, ids } = await openTelling(n, true);
  const start = time.now();
  await time.run(follow(ports(tape.record(request, time)), incident, n));
  return { incident, ids, start };
}

function allowed(n: number, bringsPeople: boolean): number {
  return 1.15 * (bringsPeople ? 2 : 3) * Math.ceil(n / 100) + 10;
}

function limits(bringsPeople: boolean) {
  const { wait, perTicket } = DEFAULT_SETTINGS.jobs;
  return {
    perMinute: PER_MINUTE,
    mostJobs: UNDER_JOBS - 1,
    read: LATENCY.read,
    write: LATENCY.write,
    jobTakes: wait + perTicket * 100,
    perPage: bringsPeople ? 1 : 2,
  } as const;
}
