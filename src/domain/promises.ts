import type { Incident } from './incident.ts';
import { type PromiseState, promiseState } from './promise.ts';
import { knownReminders, type Snooze } from './reminders.ts';
import type { Settings } from './settings.ts';
import type { Stage } from './stage.ts';

/** What somebody was given a time for: the next update, the expected fix. */
export const PROMISE_KINDS = ['update', 'eta'] as const;
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

/** What customers were promised and are still waiting for; nothing once the incident is resolved or over. */
export function promisesOf(incident: Incident, { cadence }: Pick<Settings, 'cadence'>): Owed[] {
  const { stage, isOver, next, eta, severity, mergedInto } = incident;
  // What was promised of an incident that was merged is promised by the other one.
  if (isOver || mergedInto || stage === 'resolved') return [];
  const everyMs = cadence[severity] * MINUTE_MS;
  const aheadMs = Math.min(AHEAD.mostMs, Math.max(AHEAD.leastMs, everyMs / AHEAD.share));
  const owed = (kind: PromiseKind, due: string | undefined, stages: number): Owed[] => {
    if (!due) return [];
    const { snooze } = knownReminders(incident.reminders, kind);
    return [{ kind, due, aheadMs, everyMs, stages, ...(snooze?.due === due && { snooze }) }];
  };
  return [
    ...owed('update', next, STAGES_OF_AN_UPDATE),
    ...(isFixAwaited(stage) ? owed('eta', eta?.at, 1) : []),
  ];
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
