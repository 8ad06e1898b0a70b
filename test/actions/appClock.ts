import type { Clock } from '../../src/ports.ts';
import type { Clock as WorldClock } from '../workspace/world/clock.ts';

/** The world's time as the app is given it; `offset`, in milliseconds, is how far the agent's own clock is off. */
export const appClock = (time: Pick<WorldClock, 'now' | 'pause'>, offset = 0): Clock => ({
  now: () => new Date(time.now() + offset),
  pause: (ms) => time.pause(ms),
});
