import * as v from 'valibot';
import { ORIGINS } from './declareDraft.ts';
import { Time } from './record.ts';
import { STAGES } from './stage.ts';

const absent = <T extends v.GenericSchema>(schema: T) => v.fallback(v.optional(schema), undefined);

// One that an older version wrote says less.
const Declared = v.object({
  did: v.literal('declare'),
  severity: absent(v.picklist([1, 2, 3])),
  stage: absent(v.picklist(STAGES)),
  startedAt: absent(Time),
  origin: absent(v.picklist(ORIGINS)),
  /** How many tickets were to be attached. */
  reports: absent(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The incident from which it was split off. */
  from: absent(v.number()),
  drill: absent(v.boolean()),
  /** A problem ticket that was there became the incident. */
  adopted: v.fallback(v.optional(v.boolean(), false), false),
});
const Issue = v.object({
  did: v.literal('declare'),
  step: v.literal('issue'),
  how: v.picklist(['found', 'filed', 'adopted']),
  key: v.pipe(v.string(), v.nonEmpty()),
});
const Withdrawn = v.object({ did: v.literal('declare'), withdrawn: v.number() });

export type Declared = Omit<v.InferOutput<typeof Declared>, 'did'>;

/** What a write of declaring says for a review; `undefined` for its other steps, which only matter while it runs. */
export type DeclaredEntry =
  | ({ readonly kind: 'declared' } & Partial<Declared>)
  | { readonly kind: 'issue'; readonly key: string; readonly isAdopted: boolean }
  | { readonly kind: 'withdrawn'; readonly inFavorOf: number };

export function declaredEntry(note: unknown, isFirst: boolean): DeclaredEntry | undefined {
  const issue = v.safeParse(Issue, note);
  if (issue.success)
    return { kind: 'issue', key: issue.output.key, isAdopted: issue.output.how === 'adopted' };
  const withdrawn = v.safeParse(Withdrawn, note);
  if (withdrawn.success) return { kind: 'withdrawn', inFavorOf: withdrawn.output.withdrawn };
  const declared = v.safeParse(Declared, note);
  if (!declared.success || !(isFirst || declared.output.adopted)) return undefined;
  const { did: _, ...said } = declared.output;
  return { kind: 'declared', ...said };
}
