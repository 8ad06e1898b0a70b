import * as v from 'valibot';
import { Time } from './record.ts';
import { STAGES } from './stage.ts';

const Person = v.object({ id: v.number(), name: v.string() });
const Numbered = v.pipe(v.number(), v.integer(), v.minValue(1));

const Entry = v.variant('did', [
  v.object({
    did: v.literal('propose'),
    n: Numbered,
    stage: v.picklist(STAGES),
    symptoms: v.optional(v.string(), ''),
    extra: v.optional(v.string(), ''),
    until: Time,
  }),
  v.object({ did: v.literal('refuse'), n: Numbered, reason: v.optional(v.string(), '') }),
  v.object({ did: v.literal('withdraw'), n: Numbered }),
  v.object({
    did: v.literal('handover'),
    to: Person,
    from: v.optional(Person),
    text: v.optional(v.string(), ''),
  }),
]);

/** What people have settled among themselves: updates that waited for a second person, and who has the incident. */
export type PeopleEntry = { readonly kind: 'people'; readonly deed: v.InferOutput<typeof Entry> };

/** What a write of ours says of it; `undefined` for every other. */
export function peopleEntry(note: unknown): PeopleEntry | undefined {
  const read = v.safeParse(Entry, note);
  return read.success ? { kind: 'people', deed: read.output } : undefined;
}
