import type { Issue } from '../domain/issue.ts';
import { linkId } from '../domain/issueLinks.ts';
import { ownIssueOf, ownLink } from '../domain/ownIssue.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { ServiceError } from '../ports.ts';
import { createIssueWriter, FEW_TRIES } from './issueWriter.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

export type LinkedIssue =
  | { readonly do: 'linked' }
  /** The ticket is linked to another issue, or hangs on an incident, since it was last looked at. Nothing was done. */
  | { readonly do: 'refuse'; readonly because: 'linked' | 'attached' | 'closed' | 'not allowed' };

type Needs = Pick<BroadcastPorts, 'tickets' | 'clock' | 'account'>;

/**
 * Links one ticket, which hangs on no incident, to an issue that is there: the link on the issue first, then the key on the
 * ticket, which says that the link is there. Repeating it changes nothing.
 */
export async function linkIssue(
  { tickets, clock, account }: Needs,
  tracker: IssueTracker,
  ticketId: TicketId,
  issue: Pick<Issue, 'id' | 'key'>,
): Promise<LinkedIssue> {
  if ((await tickets.me()).isLight) return { do: 'refuse', because: 'not allowed' };
  const writer = createIssueWriter(clock, issue.id, undefined, FEW_TRIES);
  const dropLink = () => writer.write(() => tracker.dropLink(issue.id, linkId({ account }, ticketId)));
  let isPut = false;
  const look = () => tickets.readOne(ticketId);
  try {
    return await lookAndWrite(clock, look, async (ticket): Promise<LinkedIssue> => {
      const own = ownIssueOf(ticket);
      const because = ticket.problemId ? 'attached' : ticket.status === 'closed' ? 'closed' : 'linked';
      if (because !== 'linked' || (own && own !== issue.key)) {
        // An attached ticket's link is the incident's to keep.
        if (isPut && because !== 'attached') await dropLink();
        return { do: 'refuse', because };
      }
      isPut = true;
      await writer.write(() => tracker.putLink(issue.id, ownLink(account, ticket)));
      if (own) return { do: 'linked' };
      const fields = { allclear_jira: issue.key };
      await tickets.change(ticket, { fields, note: { did: 'link', key: issue.key } });
      return { do: 'linked' };
    });
  } catch (error) {
    const isNotWritten =
      error instanceof ServiceError && error.service === 'Zendesk' && !mayHaveWorked(error);
    if (isPut && isNotWritten) await dropLink().catch(() => {}); // said is what went wrong first
    throw error;
  }
}
