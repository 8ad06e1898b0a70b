import { type FiledIssue, filedIssue } from '../domain/filedIssue.ts';
import type { Issue } from '../domain/issue.ts';
import { readRecord } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { withIssue } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { changeProblem } from './changeProblem.ts';

/** What everything that is written to an incident's issue needs. */
export type IssuePorts = Pick<
  BroadcastPorts,
  'tickets' | 'batches' | 'settings' | 'clock' | 'account' | 'issues'
>;

/** Why there is no issue to write to. */
export type NoIssue = 'not set up' | 'no issue' | 'record';

export interface IssueAtHand {
  readonly tracker: IssueTracker;
  readonly filed: FiledIssue;
}

/** The incident's issue and who to ask about it; or why there is none. Asks nobody. */
export async function issueAtHand(
  { issues, account }: Pick<IssuePorts, 'issues' | 'account'>,
  problem: Ticket,
): Promise<IssueAtHand | NoIssue> {
  if (!issues || !account) return 'not set up';
  if (readRecord(problem.fields.allclear_record).state === 'unreadable') return 'record';
  const filed = filedIssue(problem);
  return filed ? { tracker: await issues(), filed } : 'no issue';
}

/**
 * Writes the issue's id, and the key that it has now, where they are to be found: an issue that moved to another project
 * has a new key. Writes nothing when both are there.
 */
export async function keepIssue(
  ports: IssuePorts,
  incidentId: TicketId,
  { id, key }: Pick<Issue, 'id' | 'key'>,
): Promise<void> {
  await changeProblem(ports, incidentId, (_, problem) => {
    const filed = filedIssue(problem);
    // Somebody has put another issue in its place meanwhile: that is not ours to take back.
    const isOther = filed?.id !== undefined && filed.id !== id;
    const isKept = filed?.id === id && filed.key === key && problem.fields.allclear_jira === key;
    const record = withIssue(problem.fields.allclear_record, { id, key }, problem.createdAt);
    if (!filed || isOther || isKept || record.state === 'unreadable' || problem.status === 'closed')
      return { done: undefined };
    const fields = { allclear_jira: key, allclear_record: record.text };
    const was = filed.key === key ? undefined : filed.key;
    return { write: { fields, note: { did: 'issue', key, ...(was && { was }) } }, answer: undefined };
  });
}
