import type { Entry } from './timeline.ts';

/** Points in the order of time. `at` is in milliseconds. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

const MINUTE_MS = 60_000;

/** How many customers had written by then, minute by minute; `times` are ISO 8601, in any order. */
export function reportsOverTime(times: readonly string[]): Point[] {
  const counts = new Map<number, number>();
  for (const time of times) {
    const minute = Math.floor(Date.parse(time) / MINUTE_MS) * MINUTE_MS;
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  let value = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([at, count]) => {
      value += count;
      return { at, value };
    });
}

/** One telling: from when the update was posted to when its broadcast ended, in parts of those who were to hear it. */
export interface Told {
  readonly n: number;
  readonly from: number;
  /** Absent while nobody has written down how it ended. */
  readonly until?: number | undefined;
  readonly told?: number | undefined;
  readonly total?: number | undefined;
}

export function tellingsOf(entries: readonly Entry[]): Told[] {
  return entries.flatMap((entry): Told[] => {
    if (entry.kind !== 'update') return [];
    const from = Date.parse(entry.at);
    const { told } = entry;
    if (!told) return [{ n: entry.update.n, from }];
    return [{ n: entry.update.n, from, until: Date.parse(told.at), told: told.told, total: told.total }];
  });
}

/** A promise of the next update, and how long after it (negative: before it) customers heard. */
export interface Kept {
  /** The update that gave it. */
  readonly n: number;
  readonly due: number;
  readonly state: 'kept' | 'open' | 'moot' | 'late' | 'overdue';
  /** Absent where nothing came after it. */
  readonly lateMs?: number | undefined;
}

/** `entries` oldest first. Promises are made to the minute, and so are these judged as the timeline judges them. */
export function promisesOf(entries: readonly Entry[], now: Date): Kept[] {
  return entries.flatMap((entry, index): Kept[] => {
    if (entry.kind !== 'update' || !entry.promise) return [];
    const { state, due } = entry.promise;
    const heard = entries.slice(index + 1).find(({ kind }) => kind === 'update');
    const until = heard ? Date.parse(heard.at) : state === 'overdue' ? now.getTime() : undefined;
    const dueAt = Date.parse(due);
    return [{ n: entry.update.n, due: dueAt, state, ...(until !== undefined && { lateMs: until - dueAt }) }];
  });
}
