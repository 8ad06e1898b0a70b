import { type FiledIssue, filedIssue } from '../domain/filedIssue.ts';
import { mergeComment, mergeMark } from '../domain/merge.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withIssue } from '../domain/writeRecord.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { changeProblem } from './changeProblem.ts';
import { type IssuePorts, issueAtHand } from './issueAtHand.ts';
import { createIssueWriter, FEW_TRIES } from './issueWriter.ts';
import { postOnce } from './postOnce.ts';
import { giveBackTurn, takeTurn } from './takeTurn.ts';

/**
 * Lets Engineering know that two incidents are one: each issue says so in a comment that names the other. Throws the
 * `ServiceError` of a service that would not; running again does what is left, and adds no comment twice. The tickets' links
 * follow with the next comparison (`syncLinks`).
 */
export async function relateIssues(
  ports: IssuePorts,
  fromId: TicketId,
  intoId: TicketId,
): Promise<undefined> {
  const [gone, stays] = [await ports.tickets.readOne(fromId), await ports.tickets.readOne(intoId)];
  const found = await issueAtHand(ports, gone);
  if (typeof found === 'string') return;
  const other = filedIssue(stays);
  const isOne = other?.key === found.filed.key || (other?.id !== undefined && other.id === found.filed.id);
  const issues = isOne || !other ? [found.filed] : [found.filed, other];
  await sayOnIssues(ports, found.tracker, issues, fromId, intoId);
}

/** Jira has nothing that makes a comment once, so that whoever holds the turn looks for it and adds it. */
async function sayOnIssues(
  ports: IssuePorts,
  tracker: IssueTracker,
  issues: readonly FiledIssue[],
  fromId: TicketId,
  intoId: TicketId,
): Promise<void> {
  const { clock, account } = ports;
  const what = `merge.${fromId}`;
  const turn = await takeTurn(ports, intoId, what);
  if (!turn) return; // somebody else is at it
  const scope = { account, incident: fromId };
  try {
    for (const issue of issues) {
      const writer = createIssueWriter(clock, issue.id ?? issue.key, undefined, FEW_TRIES);
      const { id } = await writer.read(() => tracker.read(issue.id ?? issue.key));
      const text = mergeComment(scope, intoId, issues.find((each) => each !== issue)?.key);
      const until = new Date(turn.until);
      await postOnce(clock, writer, tracker, id, { text, mark: mergeMark(scope), until });
    }
  } finally {
    await giveBackTurn(ports, intoId, what, turn);
  }
}

/** Where the incident that stays has no issue of its own, what Engineering works on goes on being known there. */
export async function takeOverIssue(
  ports: Pick<IssuePorts, 'tickets' | 'batches' | 'settings' | 'clock'>,
  fromId: TicketId,
  intoId: TicketId,
): Promise<void> {
  const filed = filedIssue(await ports.tickets.readOne(fromId));
  if (!filed?.id) return;
  const { id, key } = filed;
  await changeProblem(ports, intoId, (_, problem) => {
    const record = withIssue(problem.fields.allclear_record, { id, key }, problem.createdAt);
    if (filedIssue(problem) || record.state === 'unreadable' || problem.status === 'closed')
      return { done: undefined };
    const fields = { allclear_jira: key, allclear_record: record.text };
    return { write: { fields, note: { did: 'issue', key } }, answer: undefined };
  });
}
