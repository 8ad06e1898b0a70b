import type { ReviewTerms } from '../domain/review.ts';
import type { BroadcastPorts } from '../ports/batches.ts';

/** When a review is owed, by the account's settings and in its time zone; this browser's where Zendesk does not tell. */
export async function reviewTerms(
  { batches, settings }: Pick<BroadcastPorts, 'batches' | 'settings'>,
  severity: 1 | 2 | 3,
): Promise<ReviewTerms> {
  const zone = await batches.accountZone();
  return {
    days: settings.reviewDays[severity],
    zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
