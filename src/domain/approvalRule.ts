/** When somebody else has to approve an update before customers get it. */
export interface ApprovalRule {
  /** Incidents of this severity and graver ones; absent when severity alone asks for nothing. */
  readonly severity?: 1 | 2 | 3 | undefined;
  /** Incidents with at least so many reports; absent when their number asks for nothing. */
  readonly reports?: number | undefined;
  /** Nobody's answer for so long is taken for a yes. */
  readonly minutes: number;
}

/** The rule as the admin has set it; `undefined` when nothing asks for approval. */
export function readApproval(
  severity: string,
  customers: unknown,
  minutes: number,
): ApprovalRule | undefined {
  const graver = SEVERITIES.find((each) => severity.includes(String(each))); // "SEV2" says it as well as "2"
  const most = Number(customers ?? '');
  const reports = Number.isFinite(most) && most >= 1 ? Math.round(most) : undefined;
  if (graver === undefined && reports === undefined) return undefined;
  return { ...(graver && { severity: graver }), ...(reports && { reports }), minutes };
}

/** Whether an update of such an incident takes a second person. `reports` that nobody has counted count as none. */
export function needsApproval(
  rule: ApprovalRule | undefined,
  incident: { readonly severity: 1 | 2 | 3; readonly reports?: number | undefined },
): boolean {
  if (!rule) return false;
  const isGrave = rule.severity !== undefined && incident.severity <= rule.severity;
  return isGrave || (rule.reports !== undefined && (incident.reports ?? 0) >= rule.reports);
}

const SEVERITIES = [1, 2, 3] as const;
