import { useState } from 'react';
import { needsApproval, openProposal } from '../../../domain/approval.ts';
import type { ApprovalRule } from '../../../domain/approvalRule.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Proposal } from '../../../domain/proposal.ts';
import type { Survey } from '../../../domain/survey.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import type { Asking, Posting } from './usePosting.ts';

export interface ApprovalAsked {
  /** Present where the update has to be proposed. */
  readonly rule: ApprovalRule | undefined;
  readonly asking: Asking | undefined;
  /** One that waits already. */
  readonly waiting: Proposal | undefined;
}

/** Whether the update has to be proposed to a second person: as far as is known now, or as claiming it has found out. */
export function useApproval(
  { settings, newKey }: ModalPorts,
  incident: Incident,
  { claimed }: Posting,
  survey: Survey | undefined,
  now: Date,
): ApprovalAsked {
  const [key] = useState(newKey);
  const { severity } = incident;
  const isNeeded =
    needsApproval(settings.approval, { severity, reports: survey?.total ?? incident.reports }) ||
    (claimed?.do === 'refuse' && claimed.because === 'needs approval');
  const rule = isNeeded ? settings.approval : undefined;
  return {
    rule,
    asking: rule && { key, customers: survey?.customers },
    waiting: openProposal(incident, now),
  };
}
