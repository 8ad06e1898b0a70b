import type { LinkScope } from '../domain/issueLinks.ts';
import type { Update } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { type Heard, updateComment, updateMark } from '../domain/updateComment.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { type IssuePorts, issueAtHand } from './issueAtHand.ts';
import { createIssueWriter, FEW_TRIES, type IssueWriter } from './issueWriter.ts';
import { readLinks } from './linkFacts.ts';
import { postOnce } from './postOnce.ts';
import type { Channel } from './tellChannels.ts';
import { updatesBetween } from './updatesBetween.ts';

// Older ones than these are history, which the incident's timeline has.
const MOST_CAUGHT_UP = 10;

const factOf = (incident: TicketId) => `told.${incident}`;

/** The newest update that was told on the issue, as it says itself; `undefined` before the first. */
export async function lastToldOnIssue(
  tracker: IssueTracker,
  issueId: string,
  incident: TicketId,
): Promise<number | undefined> {
  const told = await tracker.fact(issueId, factOf(incident));
  return typeof told === 'number' ? told : undefined;
}

/**
 * The issue as a channel: each update that customers were told is added as one comment that only Engineering sees, and those
 * that could not be told before come first. `undefined` when the incident has no issue, or nobody has set up a tracker.
 */
export async function issueChannel(ports: IssuePorts, problem: Ticket): Promise<Channel | undefined> {
  const found = await issueAtHand(ports, problem);
  if (typeof found === 'string') return undefined;
  const { tracker, filed } = found;
  const scope: LinkScope = { account: ports.account, incident: problem.id };
  return {
    name: 'jira',
    canLook: true,
    async tell(update, until) {
      const writer = createIssueWriter(ports.clock, filed.id ?? filed.key, undefined, FEW_TRIES);
      const { id } = await writer.read(() => tracker.read(filed.id ?? filed.key));
      const told = await toldUntil(writer, tracker, id);
      for (const each of await since(told, update)) {
        const post = { text: updateComment(scope, each), mark: updateMark(scope, each.n), until };
        await postOnce(ports.clock, writer, tracker, id, post);
        if (each.n > (told ?? 0)) await writer.write(() => tracker.setFact(id, factOf(problem.id), each.n));
      }
    },
  };

  async function toldUntil(writer: IssueWriter, tracker: IssueTracker, id: string) {
    const told = await writer.read(() => lastToldOnIssue(tracker, id, problem.id));
    if (told !== undefined) return told;
    return (await readLinks(writer, tracker, id, problem.id))?.from;
  }

  /** The updates after the last that the issue has; those before it was filed are not news to anybody. */
  async function since(told: number | undefined, update: Update): Promise<Heard[]> {
    if (told === undefined || told >= update.n - 1) return [update];
    return [...(await updatesBetween(ports, problem.id, told, update.n, MOST_CAUGHT_UP)), update];
  }
}
