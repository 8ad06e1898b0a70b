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

/** The wall clock, shifted by an offset: for `npm start` and for tests in a real browser. */
export function realClock(offsetMs = 0): RealClock {
  let offset = offsetMs;
  const timers = new Set<Timer>();
  const now = () => Date.now() + offset;

  function arm(timer: Timer) {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        timers.delete(timer);
        timer.act();
      },
      Math.max(0, timer.at - now()),
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
