import * as v from 'valibot';
import type { TicketId } from './ticket.ts';

const Into = v.object({ did: v.literal('merge'), into: v.number() });
const From = v.object({ did: v.literal('merge'), from: v.number() });
const NotInto = v.object({ did: v.literal('merge'), notInto: v.number() });

/** What a write of merging says for a review: into which incident this one went, or which one came; `not`: it was taken back. */
export type MergeEntry = {
  readonly kind: 'merged';
  readonly how: 'into' | 'absorbed' | 'not';
  readonly other: TicketId;
};

export function mergeEntry(note: unknown): MergeEntry | undefined {
  const into = v.safeParse(Into, note);
  if (into.success) return { kind: 'merged', how: 'into', other: into.output.into };
  const from = v.safeParse(From, note);
  if (from.success) return { kind: 'merged', how: 'absorbed', other: from.output.from };
  const not = v.safeParse(NotInto, note);
  return not.success ? { kind: 'merged', how: 'not', other: not.output.notInto } : undefined;
}
