import type { Clock } from './clock.ts';
import type { Limit } from './settings.ts';

export interface Reading {
  total: number;
  remaining: number;
  /** Seconds until the window starts anew. */
  resets: number;
}

/** Counts calls in windows that start with their first call. */
export interface RateLimiter {
  /** Counts one; answers false, and counts nothing, when the limit is reached. */
  take(key: string, limit: Limit): boolean;
  read(key: string, limit: Limit): Reading;
}

export function createRateLimiter(clock: Clock): RateLimiter {
  const windows = new Map<string, { start: number; count: number }>();

  function windowOf(key: string, limit: Limit) {
    const known = windows.get(key);
    if (known && clock.now() < known.start + limit.ms) return known;
    const fresh = { start: clock.now(), count: 0 };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    take(key, limit) {
      const current = windowOf(key, limit);
      if (current.count >= limit.most) return false;
      current.count += 1;
      return true;
    },
    read(key, limit) {
      const { start, count } = windowOf(key, limit);
      const resets = Math.max(1, Math.ceil((start + limit.ms - clock.now()) / 1000));
      return { total: limit.most, remaining: Math.max(0, limit.most - count), resets };
    },
  };
}
