import { linkId } from '../domain/issueLinks.ts';
import { ownIssueOf } from '../domain/ownIssue.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { ServiceError } from '../ports.ts';
import { createIssueWriter, FEW_TRIES } from './issueWriter.ts';
import type { LinkedIssue } from './linkIssue.ts';
import { lookAndWrite } from './lookAndWrite.ts';

export type UnlinkedIssue = { readonly do: 'unlinked' } | Extract<LinkedIssue, { do: 'refuse' }>;

/** Takes the link of a ticket that was linked by itself off the issue, then the key off the ticket. Both may be gone already. */
export async function unlinkIssue(
  { tickets, clock, account }: Pick<BroadcastPorts, 'tickets' | 'clock' | 'account'>,
  tracker: IssueTracker,
  ticketId: TicketId,
  key: string,
): Promise<UnlinkedIssue> {
  if ((await tickets.me()).isLight) return { do: 'refuse', because: 'not allowed' };
  const writer = createIssueWriter(clock, key, undefined, FEW_TRIES);
  return lookAndWrite(
    clock,
    () => tickets.readOne(ticketId),
    async (ticket): Promise<UnlinkedIssue> => {
      if (ticket.problemId) return { do: 'refuse', because: 'attached' };
      if (ticket.status === 'closed') return { do: 'refuse', because: 'closed' };
      const own = ownIssueOf(ticket);
      if (!own) return { do: 'unlinked' };
      if (own !== key) return { do: 'refuse', because: 'linked' };
      await writer.write(() => tracker.dropLink(key, linkId({ account }, ticketId))).catch(unlessGone);
      await tickets.change(ticket, { fields: { allclear_jira: '' }, note: { did: 'unlink', key } });
      return { do: 'unlinked' };
    },
  );
}

// Of an issue that was deleted, or that nobody may see any more, the key alone is left to take away.
function unlessGone(error: unknown) {
  if (!(error instanceof ServiceError) || error.trouble !== 'missing') throw error;
}
