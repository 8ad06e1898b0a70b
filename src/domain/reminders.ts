import * as v from 'valibot';
import type { PromiseKind, Reminder } from './promises.ts';
import { type IncidentRecord, readRecord, Time } from './record.ts';
import { isHeld } from './turn.ts';

// Somebody puts off the reminders of one promise, and says why.
const Snooze = v.looseObject({
  due: Time,
  until: Time,
  reason: v.string(),
  by: v.object({ id: v.number(), name: v.string() }),
  at: Time,
});

// What the team's chat was reminded of last; `telling` while somebody is at it, who has until then.
const Told = v.looseObject({
  due: Time,
  from: Time,
  stage: v.pipe(v.number(), v.integer(), v.minValue(1)),
  outcome: v.string(),
  at: Time,
  by: v.string(),
  until: v.optional(Time),
  tries: v.optional(v.number(), 1),
});

const Known = v.looseObject({
  snooze: v.fallback(v.optional(Snooze), undefined),
  told: v.fallback(v.optional(Told), undefined),
});

export type Snooze = v.InferOutput<typeof Snooze>;
export type Told = v.InferOutput<typeof Told>;
export type KnownReminders = v.InferOutput<typeof Known>;

/** What a record's `reminders` say of a promise; what can't be read counts as not said. */
export function knownReminders(reminders: unknown, kind: PromiseKind): KnownReminders {
  const all = v.safeParse(v.record(v.string(), v.unknown()), reminders);
  const read = v.safeParse(Known, all.success ? (all.output[kind] ?? {}) : {});
  return read.success ? read.output : {};
}

export function remindersIn(text: string | undefined, kind: PromiseKind): KnownReminders {
  const read = readRecord(text);
  return knownReminders((read.state === 'read' ? read.record : ({} as IncidentRecord)).reminders, kind);
}

/**
 * Whose turn it is to remind the team's chat. `done`: it has heard this, or nobody can know whether it has. `wait`: somebody is
 * at it, or tried in vain a moment ago.
 */
export type ChatTurn = 'free' | 'done' | 'wait';

// A chat that refuses is not asked all day.
const MOST_TRIES = 3;
const BETWEEN_TRIES_MS = 5 * 60_000;

export function chatTurn(told: Told | undefined, { due, from, stage }: Reminder, now: Date): ChatTurn {
  if (!told || told.due !== due || told.from !== from || told.stage < stage) return 'free';
  if (told.outcome === 'telling') return isHeld(told.until, now) ? 'wait' : 'done';
  if (told.outcome !== 'failed' || told.stage > stage || told.tries >= MOST_TRIES) return 'done';
  return now.getTime() - Date.parse(told.at) < BETWEEN_TRIES_MS ? 'wait' : 'free';
}

// Of all open browsers, those of the people in charge go first; the others come in where none of theirs is open.
const BYSTANDERS_WAIT_MS = 3 * 60_000;

/** Whether this browser should remind the chat now, if nobody else has. */
export function isOursToTell(
  reminder: Reminder,
  { everyMs }: { readonly everyMs: number },
  isInCharge: boolean,
  now: Date,
): boolean {
  if (reminder.stage === 0) return false;
  const began = Date.parse(reminder.from) + (reminder.stage - 1) * everyMs;
  return isInCharge || now.getTime() - began >= BYSTANDERS_WAIT_MS;
}
