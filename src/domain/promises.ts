import type { Incident } from './incident.ts';
import { type PromiseState, promiseState } from './promise.ts';
import { knownReminders, type Snooze } from './reminders.ts';
import { isReviewOwed, reviewEve } from './review.ts';
import type { Settings } from './settings.ts';
import type { Stage } from './stage.ts';

/** What somebody was given a time for: the next update, the expected fix, the root cause analysis. */
export const PROMISE_KINDS = ['update', 'eta', 'review'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** A time that somebody was given, and when those who keep it are reminded. */
export interface Owed {
  readonly kind: PromiseKind;
  /** ISO 8601; with the kind it says which promise it is. */
  readonly due: string;
  readonly aheadMs: number;
  /** How much later it is at each further stage. */
  readonly everyMs: number;
  /** How many stages of lateness there are; past the last nobody is reminded any more. */
  readonly stages: number;
  readonly snooze?: Snooze | undefined;
}

/** What people are reminded of now; the same `key` is said to nobody twice. */
export interface Reminder {
  readonly kind: PromiseKind;
  readonly due: string;
  /** When it was due, or until when the reminder was put off. */
  readonly from: string;
  /** 0 ahead of it, 1 from then on, and one more for each further stretch of lateness. */
  readonly stage: number;
  readonly key: string;
}

const MINUTE_MS = 60_000;
// A promise is made to the minute.
const GRACE_MS = MINUTE_MS;
const AHEAD = { share: 6, leastMs: 2 * MINUTE_MS, mostMs: 15 * MINUTE_MS };
// Whoever was told four times knows; the sidebar goes on saying it.
const STAGES_OF_AN_UPDATE = 4;
// On the day, and on three more.
const STAGES_OF_A_REVIEW = 4;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What customers were promised and are still waiting for: once the incident is resolved or over, its review alone. */
export function promisesOf(incident: Incident, { cadence }: Pick<Settings, 'cadence'>): Owed[] {
  const { stage, isOver, next, eta, severity, mergedInto } = incident;
  // What was promised of an incident that was merged is promised by the other one.
  if (isOver || mergedInto || stage === 'resolved') return reviewOwed(incident);
  const everyMs = cadence[severity] * MINUTE_MS;
  const aheadMs = Math.min(AHEAD.mostMs, Math.max(AHEAD.leastMs, everyMs / AHEAD.share));
  const owed = (kind: PromiseKind, due: string | undefined, stages: number): Owed[] => {
    return due ? [{ kind, due, aheadMs, everyMs, stages, ...snoozeOf(incident, kind, due) }] : [];
  };
  return [
    ...owed('update', next, STAGES_OF_AN_UPDATE),
    ...(isFixAwaited(stage) ? owed('eta', eta?.at, 1) : []),
  ];
}

function reviewOwed(incident: Incident): Owed[] {
  const { review } = incident;
  const { due } = review ?? {};
  if (!review || !due || !isReviewOwed(incident)) return [];
  const aheadMs = Date.parse(due) - reviewEve({ ...review, due }).getTime();
  const times = { aheadMs, everyMs: DAY_MS, stages: STAGES_OF_A_REVIEW };
  return [{ kind: 'review', due, ...times, ...snoozeOf(incident, 'review', due) }];
}

function snoozeOf({ reminders }: Incident, kind: PromiseKind, due: string): Pick<Owed, 'snooze'> {
  const { snooze } = knownReminders(reminders, kind);
  return snooze?.due === due ? { snooze } : {};
}

/** How it stands; `soon` is the stretch in which people are reminded ahead. */
export function owedState({ due, aheadMs }: Owed, now: Date): PromiseState {
  return promiseState(new Date(due), now, aheadMs);
}

/** Until when reminders of it are put off; `undefined` when they are not. */
export function snoozeInForce({ snooze }: Owed, now: Date): Snooze | undefined {
  return snooze && Date.parse(snooze.until) > now.getTime() ? snooze : undefined;
}

/** What to remind people of at this moment, if anything. A reminder that was put off begins anew when that is over. */
export function reminderOf(owed: Owed, now: Date): Reminder | undefined {
  const { kind, due, snooze, aheadMs, everyMs, stages } = owed;
  const from = snooze?.until ?? due;
  const late = now.getTime() - Date.parse(from);
  const isAhead = late < GRACE_MS;
  if (isAhead && (snooze || late < -aheadMs)) return undefined;
  const stage = isAhead ? 0 : Math.min(stages, 1 + Math.floor(late / everyMs));
  return { kind, due, from, stage, key: `${kind} ${due} ${from} ${stage}` };
}

/** Whether customers still wait for the fix: from *monitoring* on it is in place. */
export function isFixAwaited(stage: Stage): boolean {
  return stage === 'investigating' || stage === 'identified';
}

/** Whether the newest update was said before the time that customers read in it for the fix, and that has passed. */
export function isEtaUnanswered({ eta, update, stage }: Incident, now: Date): boolean {
  if (!eta?.at || !update || !isFixAwaited(stage)) return false;
  const at = Date.parse(eta.at);
  return at <= now.getTime() && Date.parse(update.at) < at;
}
