import { type Incident, newestUpdate } from './incident.ts';
import type { Proposal } from './proposal.ts';
import type { Update } from './record.ts';
import { newsLines, planUpdate, toNote, type UpdateDraft, type UpdatePlan } from './update.ts';
import { utcText } from './utcText.ts';

const MINUTE_MS = 60_000;

/** The update that a proposal would become; it has to be right still when it goes out without an answer. */
export function planProposal(
  incident: Incident,
  draft: UpdateDraft,
  by: Update['by'],
  now: Date,
  minutes: number,
): UpdatePlan {
  const plan = planUpdate(incident, draft, by, now);
  if (plan.do === 'refuse') return plan;
  const { next } = plan.update;
  const isTooSoon = next !== undefined && Date.parse(next) <= now.getTime() + minutes * MINUTE_MS;
  return isTooSoon ? { do: 'refuse', because: ['next too soon'] } : plan;
}

export interface Proposing {
  readonly key: string;
  readonly draft: UpdateDraft;
  /** How many customers it would reach, where that was counted. */
  readonly customers?: number | undefined;
}

/** The proposal as it stands in the record. */
export function toProposal(
  incident: Incident,
  { key, draft, customers }: Proposing,
  by: Update['by'],
  now: Date,
  minutes: number,
): Proposal {
  return {
    key,
    seen: newestUpdate(incident),
    draft: { ...draft },
    ...(customers !== undefined && { customers }),
    by: { id: by.id, name: by.name },
    at: now.toISOString(),
    until: new Date(now.getTime() + minutes * MINUTE_MS).toISOString(),
  };
}

/** The internal note that says what waits for whom. */
export function proposalNote(update: Update, { by, until }: Proposal): string {
  return toNote(`Update ${update.n} proposed: ${update.stage}`, [
    ...newsLines(update),
    `Proposed by ${by.name}. It waits for somebody else’s approval until ${utcText(until)}; if nobody answers by then, it goes out to customers.`,
  ]);
}
