import * as v from 'valibot';
import { type DeclareDraft, ORIGINS } from './declareDraft.ts';
import { type IncidentRecord, readRecord, Time } from './record.ts';
import type { TicketId } from './ticket.ts';

const Person = v.object({ id: v.number(), name: v.string() });
const Left = v.object({ id: v.number(), because: v.string(), detail: v.optional(v.string()) });
const Outcome = v.looseObject({ at: Time, not: v.optional(v.array(Left), []) });

const Wish = v.variant('do', [
  v.object({ do: v.literal('none') }),
  v.object({
    do: v.literal('file'),
    kind: v.optional(v.string()),
    values: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())]))),
  }),
  v.object({ do: v.literal('adopt'), key: v.string() }),
]);

/** How far declaring has come: it stands in the incident's record, so that anybody can go on. */
const Declaration = v.looseObject({
  /** The same for every try of one declaration. */
  key: v.string(),
  at: Time,
  by: Person,
  origin: v.picklist(ORIGINS),
  steps: v.string(),
  impact: v.string(),
  reports: v.array(v.number()),
  /** The incident from which reports are split off. */
  from: v.optional(v.number()),
  issue: Wish,
  attached: v.optional(Outcome),
  /** Somebody files the issue, or has: nobody else does for a while, since the tracker's index may not know of it yet. */
  filing: v.optional(v.object({ run: v.string(), by: Person, at: Time })),
  linked: v.optional(Outcome),
  failed: v.optional(
    v.object({
      step: v.string(),
      at: Time,
      trouble: v.string(),
      service: v.optional(v.string()),
      detail: v.optional(v.string()),
    }),
  ),
});

export type Declaration = v.InferOutput<typeof Declaration>;
export type LeftOut = v.InferOutput<typeof Left>;
export type StepFailure = NonNullable<Declaration['failed']>;

/** The steps that follow the incident's own ticket, in order. */
export const STEPS = ['attached', 'issue', 'linked'] as const;
export type StepName = (typeof STEPS)[number];

export type Step = { readonly name: 'ticket' | StepName } & (
  | { readonly state: 'done'; readonly left: readonly LeftOut[] }
  | { readonly state: 'failed'; readonly why: StepFailure }
  | { readonly state: 'to do' }
);

/** What a record says of its declaration; `undefined` where it was not declared with the app, or nobody can tell. */
export function declarationOf(record: IncidentRecord | undefined): Declaration | undefined {
  const read = v.safeParse(Declaration, record?.declare);
  return read.success ? read.output : undefined;
}

export function declarationIn(text: string | undefined): Declaration | undefined {
  const read = readRecord(text);
  return read.state === 'read' ? declarationOf(read.record) : undefined;
}

/** The steps of an incident's declaration and how each fared; none for an incident that was not declared with the app. */
export function stepsOf(record: IncidentRecord | undefined): readonly Step[] {
  const declaration = declarationOf(record);
  if (!declaration) return [];
  const hasIssue = record?.jira?.id !== undefined;
  const isWanted = (name: StepName) => name === 'attached' || hasIssue || declaration.issue.do !== 'none';
  const toStep = (name: StepName): Step => {
    const outcome = name === 'issue' ? undefined : declaration[name];
    if (name === 'issue' ? hasIssue : outcome) return { name, state: 'done', left: outcome?.not ?? [] };
    const { failed } = declaration;
    return failed?.step === name ? { name, state: 'failed', why: failed } : { name, state: 'to do' };
  };
  return [{ name: 'ticket', state: 'done', left: [] }, ...STEPS.filter(isWanted).map(toStep)];
}

/** The step that is next; `undefined` when all is done. */
export function nextStep(record: IncidentRecord | undefined): StepName | undefined {
  const next = stepsOf(record).find(({ state }) => state !== 'done');
  return next && next.name !== 'ticket' ? next.name : undefined;
}

/** A declaration as it begins. */
export function toDeclaration(
  draft: DeclareDraft,
  { key, by, at }: { key: string; by: { id: number; name: string }; at: string },
): Declaration {
  const { origin, steps, impact, reports, issue, problem, from } = draft;
  return {
    key,
    at,
    by: { id: by.id, name: by.name },
    origin,
    steps,
    impact,
    reports: reports.filter((id) => id !== problem) as TicketId[],
    ...(from !== undefined && { from }),
    issue: toWish(issue),
  };
}

function toWish(issue: DeclareDraft['issue']): Declaration['issue'] {
  if (issue.do !== 'file') return issue;
  const { kind, values } = issue;
  return {
    do: 'file',
    ...(kind !== undefined && { kind }),
    ...(values && {
      values: Object.fromEntries(
        Object.entries(values).map(([id, value]) => [id, typeof value === 'object' ? [...value] : value]),
      ),
    }),
  };
}
