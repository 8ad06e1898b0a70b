import { cleanText } from './markup.ts';
import type { Owed, PromiseKind } from './promises.ts';

const DAY = 24 * 60;

/** For how many minutes a reminder can be put off at once: a review by days. */
export const SNOOZE_MINUTES: Readonly<Record<PromiseKind, readonly number[]>> = {
  update: [15, 30, 60],
  eta: [15, 30, 60],
  review: [DAY, 2 * DAY, 7 * DAY],
};
export const LONGEST_REASON = 200;

/** Until when a reminder is put off: from when it is due, or from now where that has passed. ISO 8601, to the minute. */
export function snoozeUntil({ due }: Pick<Owed, 'due'>, minutes: number, now: Date): string {
  const until = Math.max(Date.parse(due), now.getTime()) + minutes * 60_000;
  return new Date(Math.ceil(until / 60_000) * 60_000).toISOString();
}

/** The reason as it is kept: in one line; empty where none was given. */
export function cleanReason(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON);
}
