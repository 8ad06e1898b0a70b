import { filedIssue } from '../domain/filedIssue.ts';
import { type LinkScope, linkId, reportLink } from '../domain/issueLinks.ts';
import { withLink } from '../domain/linkFact.ts';
import { isMerged, type Ticket, type TicketId } from '../domain/ticket.ts';
import { type IssuePorts, issueAtHand, type NoIssue } from './issueAtHand.ts';
import { createIssueWriter, FEW_TRIES } from './issueWriter.ts';
import { readLinks, writeLinks } from './linkFacts.ts';

/** What the ticket's link is now; `full`: the issue has no room, and a search stands for this ticket. */
export type AlignedLink = 'linked' | 'unlinked' | 'full' | NoIssue | 'not visible';

/** What has become of the ticket: only the first two change how many links there are to be. */
export type Occasion = 'attached' | 'detached' | 'changed';

const MOST_LOOKS = 4;

/**
 * Makes one ticket's link on the incident's issue right, as the ticket stands: after it was attached, detached, solved or
 * opened again. One write, and one more for the count that sidebars show; it looks at the ticket again afterwards, since
 * somebody else may have changed it meanwhile. What goes wrong here, the next comparison of all (`syncLinks`) finds.
 */
export async function alignLink(
  ports: IssuePorts,
  incidentId: TicketId,
  ticketId: TicketId,
  occasion: Occasion,
): Promise<AlignedLink> {
  const { tickets, clock, account } = ports;
  const scope: LinkScope = { account, incident: incidentId };
  const look = async () => {
    const found = await tickets.read([incidentId, ticketId]);
    return { problem: byId(found, incidentId), ticket: byId(found, ticketId) };
  };
  let { problem, ticket } = await look();
  if (!problem || !ticket) return 'not visible';
  const found = await issueAtHand(ports, problem);
  if (typeof found === 'string') return found;
  const { tracker, filed } = found;
  const writer = createIssueWriter(clock, filed.id ?? filed.key, undefined, FEW_TRIES);
  const issueId = filed.id ?? (await writer.read(() => tracker.read(filed.key))).id;
  const fact = await readLinks(writer, tracker, issueId, incidentId);
  const isFull = (fact?.rest ?? 0) > 0;
  async function count(is: 'linked' | 'unlinked') {
    const now = await readLinks(writer, tracker, issueId, incidentId);
    // Whoever compared all meanwhile has counted this one.
    const next = now && now.at === fact?.at ? withLink(now, ticketId, is) : undefined;
    if (next) await writeLinks(writer, tracker, issueId, next);
  }

  for (let looks = 1; ; looks += 1) {
    const should = shouldBe(ticket, incidentId);
    if (should === 'unlinked') await writer.write(() => tracker.dropLink(issueId, linkId(scope, ticketId)));
    else if (!isFull) {
      const link = reportLink(scope, ticket);
      await writer.write(() => tracker.putLink(issueId, link));
    }
    const before: Ticket = ticket;
    const now = await look();
    problem = now.problem;
    ticket = now.ticket ?? before;
    const isMoved = problem && filedIssue(problem)?.id !== filed.id;
    if (isMoved || looks === MOST_LOOKS || isSame(before, ticket, incidentId)) {
      if (occasion === OCCASIONS[should]) await count(should);
      return should === 'linked' && isFull ? 'full' : should;
    }
  }
}

const OCCASIONS = { linked: 'attached', unlinked: 'detached' } as const;

function shouldBe(ticket: Ticket, incidentId: TicketId): 'linked' | 'unlinked' {
  return ticket.problemId === incidentId && !isMerged(ticket) ? 'linked' : 'unlinked';
}

function isSame(before: Ticket, now: Ticket, incidentId: TicketId): boolean {
  return shouldBe(before, incidentId) === shouldBe(now, incidentId) && before.status === now.status;
}

function byId(tickets: readonly Ticket[], id: TicketId): Ticket | undefined {
  return tickets.find((ticket) => ticket.id === id);
}
