import * as v from 'valibot';
import { PROMISE_KINDS } from './promises.ts';
import { Time } from './record.ts';

/** What the timeline shows of reminders. */
export type ReminderEntry =
  /** Somebody put them off. */
  | ({ readonly kind: 'snoozed' } & v.InferOutput<typeof Snoozed>)
  /** The team's chat was reminded, or was not. */
  | ({ readonly kind: 'reminded' } & v.InferOutput<typeof Reminded>);

const what = v.picklist(PROMISE_KINDS);
const Snoozed = v.object({ what, due: Time, until: Time, reason: v.string() });
const Reminded = v.object({ what, due: Time, outcome: v.picklist(['told', 'failed', 'unsure']) });

/** Reads what an audit says of a reminder; `undefined` for every other. */
export function reminderEntry(note: unknown): ReminderEntry | undefined {
  const did = (note as { did?: unknown } | null | undefined)?.did;
  if (did === 'snooze') {
    const read = v.safeParse(Snoozed, note);
    return read.success ? { kind: 'snoozed', ...read.output } : undefined;
  }
  if (did !== 'remind') return undefined;
  const read = v.safeParse(Reminded, note);
  return read.success ? { kind: 'reminded', ...read.output } : undefined;
}
