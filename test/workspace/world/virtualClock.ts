import { setImmediate } from 'node:timers';
import type { Clock } from './clock.ts';
import { createTimerQueue } from './timerQueue.ts';

export interface VirtualClock extends Clock {
  /** Drives virtual time until the promise settles: lets pending work finish, then jumps to the next timer. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Lets this much virtual time pass. */
  advance(ms: number): Promise<void>;
}

// Reading a module from disk takes some turns of the event loop in which nothing of the world is due. Waiting this many
// of them, with a little real time in between, before calling it a deadlock costs nothing when all is well.
const IDLE_TURNS = 900;
const QUICK_TURNS = 50;

/** Time that stands still until it is driven. Timers due at the same moment happen in the order they were set. */
export function virtualClock(
  start: Date | number = Date.UTC(2026, 10, 23, 11, 26),
  idleTurns = IDLE_TURNS,
): VirtualClock {
  let now = Number(start);
  const queue = createTimerQueue();

  function fireNext() {
    const timer = queue.pop();
    if (!timer) return;
    now = Math.max(now, timer.at);
    timer.act();
  }

  async function run<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    let idle = 0;
    for (;;) {
      await turn(idle > QUICK_TURNS);
      if (settled) return promise;
      if (queue.size > 0) {
        idle = 0;
        fireNext();
      } else if (++idle > idleTurns) {
        throw new Error('Virtual time is stuck: the promise has not settled and no timer is pending.');
      }
    }
  }

  async function advance(ms: number) {
    const until = now + ms;
    await turn(false);
    while ((queue.nextAt() ?? Number.POSITIVE_INFINITY) <= until) {
      fireNext();
      await turn(false);
    }
    now = Math.max(now, until);
  }

  const after = (ms: number, act: () => void) => queue.push(now + Math.max(0, ms), act);
  return {
    now: () => now,
    after,
    pause: (ms) => new Promise((resolve) => after(ms, resolve)),
    run,
    advance,
  };
}

// One turn of the event loop runs every promise callback that is ready, however long the chain.
const turn = (slowly: boolean) =>
  new Promise<void>((resolve) => (slowly ? setTimeout(resolve, 5) : setImmediate(resolve)));
