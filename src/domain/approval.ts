import type { ApprovalRule } from './approvalRule.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { type Approval, type Proposal, proposalOf } from './proposal.ts';

/** How a proposal is to become an update. */
export interface Sending {
  readonly key: string;
  readonly how: Approval['how'];
}

/** Why an update can't go out as it is meant to; each has words of its own. */
export type ApprovalRefusal =
  /** It takes a second person, so it has to be proposed. */
  | { readonly because: 'needs approval' }
  /** It was refused, taken back, or has gone out already. */
  | { readonly because: 'proposal gone' }
  | { readonly because: 'own proposal' }
  /** It waits for somebody's answer still, or did for so long that nobody can know whether it holds. */
  | { readonly because: 'not at its limit' };

/** Whether an update of such an incident takes a second person. `reports` that nobody has counted count as none. */
export function needsApproval(
  rule: ApprovalRule | undefined,
  { severity, reports = 0 }: { readonly severity: number; readonly reports?: number | undefined },
): boolean {
  return rule !== undefined && (severity <= rule.severity || reports >= rule.reports);
}

/**
 * How a proposal stands. `waiting` for somebody's answer; `due`: nobody answered, so it goes out; `late`: it should have gone
 * out, and nobody's app was open, so now it takes a person; `past`: what it promises has passed; `overtaken` by a newer update.
 */
export type ProposalState = 'waiting' | 'due' | 'late' | 'past' | 'overtaken' | 'refused';

// What somebody wrote this long ago is not to go out without anybody who looks at it.
const STALE_MS = 30 * 60_000;

export function proposalState(proposal: Proposal, incident: Incident, now: Date): ProposalState {
  const { seen, refused, draft, until } = proposal;
  if (refused) return 'refused';
  if (seen !== newestUpdate(incident)) return 'overtaken';
  if (draft.next !== undefined && Date.parse(draft.next) <= now.getTime()) return 'past';
  const over = now.getTime() - Date.parse(until);
  if (over < 0) return 'waiting';
  return over < STALE_MS ? 'due' : 'late';
}

/** The proposal that an answer can still make an update of. */
export function openProposal(incident: Incident, now: Date): Proposal | undefined {
  const proposal = proposalOf(incident);
  const state = proposal && proposalState(proposal, incident, now);
  return state === 'waiting' || state === 'due' || state === 'late' ? proposal : undefined;
}

/**
 * Why this agent may not make this the newest update now. `sending` is absent for an update that nobody has proposed.
 * Whether there is a newer one is for the caller to ask first.
 */
export function refusalByApproval(
  rule: ApprovalRule | undefined,
  incident: Incident,
  me: { readonly id: number },
  now: Date,
  sending?: Sending,
): ApprovalRefusal | undefined {
  if (!sending) return needsApproval(rule, incident) ? { because: 'needs approval' } : undefined;
  const proposal = proposalOf(incident);
  if (proposal?.key !== sending.key || proposal.refused) return { because: 'proposal gone' };
  if (sending.how === 'approved') return proposal.by.id === me.id ? { because: 'own proposal' } : undefined;
  return proposalState(proposal, incident, now) === 'due' ? undefined : { because: 'not at its limit' };
}

/** What the newest update says of how it came about. */
export function toApproval(
  { key, how }: Sending,
  { by }: Proposal,
  me: { readonly id: number; readonly name: string },
): Approval {
  return { key, how, proposedBy: by, ...(how === 'approved' && { by: { id: me.id, name: me.name } }) };
}

/** Who stands for an update, in a line for people without the app. */
export function approvalLine({ how, proposedBy, by }: Approval): string {
  return how === 'approved'
    ? `Proposed by ${proposedBy.name}, approved by ${by?.name ?? 'somebody else'}.`
    : `Proposed by ${proposedBy.name}. Nobody answered in time, so it went out.`;
}
