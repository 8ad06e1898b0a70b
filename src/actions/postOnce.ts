import type { IssueText } from '../domain/issue.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { type Clock, ServiceError } from '../ports.ts';
import type { IssueWriter } from './issueWriter.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

const MOST_TRIES = 3;
const BEFORE_A_LOOK_MS = 3_000;
// What nobody answered in time may be done late.
const AFTER_A_TIMEOUT_MS = 45_000;
// Longer than any request of ours is waited for: what was sent by then has arrived, or never will.
const LAST_MS = 60_000;

/**
 * Adds a comment, unless one that leads to `mark` is there. After an answer that was lost it looks
 * before it tries again. Whoever calls holds a turn that ends at `until`: past that nothing is begun.
 */
export async function postOnce(
  clock: Clock,
  writer: IssueWriter,
  tracker: IssueTracker,
  issueId: string,
  { text, mark, until }: { text: IssueText; mark: string; until: Date },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  let failed = new ServiceError('Jira', 'timed out');
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const comments = await writer.read(() => tracker.newestComments(issueId));
    const found = comments.find(({ addresses }) => addresses.includes(mark));
    if (found) return { id: found.id, isNew: tries > 1 };
    try {
      const id = await writer.once(async () => {
        if (clock.now().getTime() > until.getTime() - LAST_MS) throw failed;
        return tracker.comment(issueId, text);
      });
      return { id, isNew: true };
    } catch (error) {
      if (!(error instanceof ServiceError) || error === failed || !mayHaveWorked(error)) throw error;
      failed = error;
      await clock.pause(error.trouble === 'timed out' ? AFTER_A_TIMEOUT_MS : BEFORE_A_LOOK_MS);
    }
  }
  throw failed;
}
