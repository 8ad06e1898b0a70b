import type { Clock } from './clock.ts';

export interface RealClock extends Clock {
  /** Jumps the world's time; what has become due happens at once, in order. */
  skip(ms: number): void;
}

interface Timer {
  at: number;
  act: () => void;
  handle?: ReturnType<typeof setTimeout>;
}

/**
 * The wall clock, for `npm start` and for tests in a real browser; with a pace it goes `times` as fast from the moment
 * `since` (milliseconds since 1970).
 */
export function realClock({ since, times } = { since: 0, times: 1 }): RealClock {
  let offset = 0;
  const timers = new Set<Timer>();
  const now = () => since + (Date.now() - since) * times + offset;

  function arm(timer: Timer) {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        timers.delete(timer);
        timer.act();
      },
      Math.max(0, timer.at - now()) / times,
    );
  }

  function after(ms: number, act: () => void) {
    const timer: Timer = { at: now() + ms, act };
    timers.add(timer);
    arm(timer);
  }

  return {
    now,
    after,
    pause: (ms) => new Promise((resolve) => after(ms, resolve)),
    skip(ms) {
      offset += ms;
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) arm(timer);
    },
  };
}
