import { isMerged, type Ticket, type TicketId } from '../domain/ticket.ts';
import type { IssuePorts } from './issueAtHand.ts';
import type { Paced } from './paced.ts';
import { createSender } from './sendBatches.ts';

export interface KeyMarks {
  /** How many reports were given the key. */
  readonly written: number;
  /** Zendesk would not take it for these. */
  readonly refused: readonly TicketId[];
}

/** Reports that do not carry the issue's key; those that nobody can change any more are left as they are. */
export function withoutKey(reports: readonly Ticket[], key: string): Ticket[] {
  return reports.filter(
    (report) => report.fields.allclear_jira !== key && report.status !== 'closed' && !isMerged(report),
  );
}

/**
 * Gives these reports the issue's key, each in a safe write of a batch; one that changed meanwhile is left to the next
 * round. Their statuses, customers and ledgers are not touched.
 */
export async function markReports(
  ports: IssuePorts,
  paced: Paced,
  incidentId: TicketId,
  key: string,
  reports: readonly Ticket[],
  isStopped: () => boolean,
): Promise<KeyMarks> {
  let written = 0;
  const refused: TicketId[] = [];
  const sender = createSender(
    ports,
    paced,
    (results) => {
      written += results.told.length;
      refused.push(...results.refused.map(({ id }) => id));
    },
    async () => !isStopped(),
  );
  for (const ticket of reports)
    await sender.add({
      ticket,
      fields: { allclear_jira: key },
      note: { did: 'key', incident: incidentId, key },
    });
  await sender.finish();
  return { written, refused };
}
