import type { Tally } from './book.ts';
import type { Coverage } from './coverage.ts';
import type { Incident } from './incident.ts';
import type { SkipReason } from './pass.ts';
import type { Receipt } from './record.ts';

/** What counts of the same update say together: nobody writes down who is telling it, so the figure has to. */
export interface Watch {
  readonly n: number;
  readonly told: number;
  /** When this figure was seen for the first time. */
  readonly since: Date;
  readonly asOf: Date;
  /** How many more were told at the last change of the figure; 0 before any was seen. */
  readonly more: number;
}

export type Pace = 'unknown' | 'moving' | 'still';

// A batch of a hundred takes seconds, and a runner that Zendesk has asked to wait does so for a minute at most.
const STILL_MS = 60_000;

/** The next count beside those before it. Another update begins a watch of its own. */
export function watchCount(before: Watch | undefined, { n, told }: Coverage, asOf: Date): Watch {
  if (before?.n !== n) return { n, told, since: asOf, asOf, more: 0 };
  if (before.told === told) return { ...before, asOf };
  return { n, told, since: asOf, asOf, more: Math.max(0, told - before.told) };
}

/** Whether somebody seems to be telling the update: `still` only after the figure stood for a minute. */
export function paceOf({ since, asOf, more }: Watch): Pace {
  if (asOf.getTime() - since.getTime() >= STILL_MS) return 'still';
  return more > 0 ? 'moving' : 'unknown';
}

/** What was written down when the newest update had come to its end; nothing while it is still to be told. */
export function summaryOf({ update, receipts }: Incident): Receipt | undefined {
  return receipts.findLast(({ channel, n }) => channel === 'tickets' && n === update?.n);
}

// As receipts have it, in their outcome and beside the reasons of those who can't be told.
const CANCELLED = 'cancelled';

/** The receipt of a broadcast that somebody has ended before everybody was told. */
export function cancelReceipt(
  { total, told, unsure, skipped, hidden }: Tally,
  n: number,
  by: { readonly id: number; readonly name: string },
  now: Date,
): Receipt {
  const left = Math.max(0, total - told - unsure - skipped.length - hidden);
  const reasons = {
    ...countReasons(skipped, hidden),
    ...(unsure > 0 && { unsure }),
    ...(left > 0 && { [CANCELLED]: left }),
  };
  return {
    channel: 'tickets',
    n,
    outcome: CANCELLED,
    at: now.toISOString(),
    by,
    total,
    told,
    skipped: reasons,
  };
}

/** How many could not be told, by reason, as receipts have it. */
export function countReasons(skipped: Tally['skipped'], hidden: number): Partial<Record<SkipReason, number>> {
  const reasons: Partial<Record<SkipReason, number>> = hidden > 0 ? { 'not visible': hidden } : {};
  for (const { because } of skipped) reasons[because] = (reasons[because] ?? 0) + 1;
  return reasons;
}

/** When telling the newest update was last cancelled; `undefined` when it goes on or has come to its end. */
export function cancelledAt(incident: Incident): string | undefined {
  const summary = summaryOf(incident);
  return summary?.outcome === CANCELLED ? summary.at : undefined;
}

/**
 * Whether somebody is left to be told the newest update, by a count of `isAll` reports or of the first ones only. Those
 * beyond them are taken for untold until a summary says otherwise.
 */
export function isUntold(incident: Incident, { n, behind }: Coverage, isAll: boolean): boolean {
  return n > 0 && (behind > 0 || (!isAll && !summaryOf(incident)));
}

const COUNT_EVERY_MS = 60_000;
const PER_PAGE_MS = 20_000;

/** When to count again: soon enough to see movement, and never more than three requests a minute. */
export function nextCount(pages: number): number {
  return Math.max(COUNT_EVERY_MS, pages * PER_PAGE_MS);
}
