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

/** Time that since `since` (milliseconds since 1970) goes `times` as fast as the computer's. */
export interface Pace {
  since: number;
  times: number;
}

/** The wall clock, for `npm start` and for tests in a real browser. */
export function realClock({ since, times }: Pace = { since: 0, times: 1 }): RealClock {
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
