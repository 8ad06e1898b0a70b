/** When somebody else has to approve an update before customers get it. */
export interface ApprovalRule {
  /** Incidents of this severity and graver ones; 0 when severity alone asks for nothing. */
  readonly severity: number;
  /** Incidents with at least so many reports; infinite when their number asks for nothing. */
  readonly reports: number;
  /** Nobody's answer for so long is taken for a yes. */
  readonly minutes: number;
}

/** The rule as the admin has set it; `undefined` when nothing asks for approval. "SEV2" says it as well as "2". */
export function readApproval(
  severity: string,
  customers: unknown,
  minutes: number,
): ApprovalRule | undefined {
  const rule = {
    severity: Number(/[123]/.exec(severity) ?? 0),
    reports: Number(customers) >= 1 ? Math.round(Number(customers)) : Number.POSITIVE_INFINITY,
    minutes,
  };
  return rule.severity || Number.isFinite(rule.reports) ? rule : undefined;
}
