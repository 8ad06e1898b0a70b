import * as v from 'valibot';
import type { Audit } from './audit.ts';
import { type Rca, readRecord } from './record.ts';
import { REVIEW_STATES, type ReviewState } from './review.ts';
import type { Summary } from './timeline.ts';

/** What became of the review, and the RCA as it was sent. */
export type ReviewEntry =
  /** `opened`: the day on which it was due as it was opened. */
  | { readonly kind: 'review'; readonly opened: string }
  | ({ readonly kind: 'review'; readonly opened?: undefined } & ReviewChanges)
  | {
      readonly kind: 'rca';
      readonly n: number;
      readonly to: Rca['to'];
      /** By language, where the record of that moment can be read. */
      readonly texts?: Rca['texts'] | undefined;
      readonly told?: Summary | undefined;
    };

const Changed = v.object({
  did: v.literal('review'),
  state: v.optional(v.picklist(REVIEW_STATES)),
  day: v.optional(v.string()),
  owner: v.optional(v.string()),
  link: v.optional(v.string()),
});
export interface ReviewChanges {
  readonly state?: ReviewState | undefined;
  readonly day?: string | undefined;
  readonly owner?: string | undefined;
  readonly link?: string | undefined;
}

const Opened = v.object({ did: v.picklist(['update', 'review']), opened: v.string() });
const Sent = v.object({
  did: v.literal('rca'),
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  to: v.picklist(['asked', 'all']),
});

/** What a write of ours says of the review; `undefined` when it says nothing. */
export function reviewEntry({ note, changes }: Pick<Audit, 'note' | 'changes'>): ReviewEntry | undefined {
  const opened = v.safeParse(Opened, note);
  if (opened.success) return { kind: 'review', opened: opened.output.opened };
  const changed = v.safeParse(Changed, note);
  if (changed.success) {
    const { did: _, ...said } = changed.output;
    return { kind: 'review', ...said };
  }
  const sent = v.safeParse(Sent, note);
  if (!sent.success) return undefined;
  const { n, to } = sent.output;
  const read = readRecord(changes.allclear_record);
  const rca = read.state === 'read' && read.record.update?.n === n ? read.record.update.rca : undefined;
  return { kind: 'rca', n, to, texts: rca?.texts };
}
