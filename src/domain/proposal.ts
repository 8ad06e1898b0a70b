import * as v from 'valibot';
import { Eta, Gate, Time, type Update } from './record.ts';
import { STAGES } from './stage.ts';

// Parts of the record that the first view does without: they are read by those who need them.

const Person = v.object({ id: v.number(), name: v.string() });

/** An update that waits for a second person, word for word as it is to go out. */
const Proposal = v.looseObject({
  key: v.string(),
  /** The newest update that its author knew of: it is void once there is a newer one. */
  seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  draft: v.looseObject({
    stage: v.picklist(STAGES),
    symptoms: v.string(),
    eta: v.optional(Eta),
    next: v.optional(Time),
    extra: v.optional(v.string()),
    noNews: v.optional(v.boolean()),
    gate: v.optional(v.omit(Gate, ['at'])),
    reopens: v.optional(v.boolean()),
  }),
  /** How many customers it would have reached when it was proposed, where that was counted. */
  customers: v.optional(v.number()),
  by: Person,
  at: Time,
  /** When nobody's answer becomes a yes. */
  until: Time,
  refused: v.optional(v.object({ by: Person, at: Time, reason: v.string() })),
});

/** How a proposal became an update: somebody else's yes, or nobody's answer in time. */
export const Approval = v.looseObject({
  key: v.string(),
  how: v.picklist(['approved', 'timed out']),
  proposedBy: Person,
  /** Who said yes. */
  by: v.optional(Person),
});

export type Proposal = v.InferOutput<typeof Proposal>;
export type Approval = v.InferOutput<typeof Approval>;

/** The update that waits for a second person, or did; `undefined` where there is none, or a newer version wrote one. */
export function proposalOf({ proposal }: { readonly proposal?: unknown }): Proposal | undefined {
  const read = v.safeParse(Proposal, proposal);
  return read.success ? read.output : undefined;
}

/** How an update came about that had to be approved. */
export function approvalOf(
  update: Update | { readonly approval: unknown } | undefined,
): Approval | undefined {
  const read = v.safeParse(Approval, update?.approval);
  return read.success ? read.output : undefined;
}
