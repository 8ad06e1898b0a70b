import { filedIssue } from '../domain/filedIssue.ts';
import { isMerged, type TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

export type OfficialLink = 'linked' | 'refused' | 'no issue' | 'not attached' | 'unknown';

// What nobody answered in time may be done late.
const BEFORE_A_LOOK_MS = 45_000;
const MOST_TRIES = 2;

/**
 * Links one ticket (a report, or the incident's own) to the incident's issue in Zendesk's integration with Jira too, where
 * the account lets this agent. It looks before each try, and never tries again while it can't tell how the last one went.
 * Nobody has asked for it, so nothing is thrown when Zendesk does not do it.
 */
export async function linkOfficially(
  { tickets, clock, officialLinks }: Pick<BroadcastPorts, 'tickets' | 'clock' | 'officialLinks'>,
  incidentId: TicketId,
  ticketId: TicketId,
): Promise<OfficialLink> {
  const links = await officialLinks();
  try {
    for (let tries = 1; ; tries += 1) {
      // Asked each time: while it waited, the ticket may have been detached, or another one refused.
      if (links.isRefused()) return 'refused';
      const found = await tickets.read([incidentId, ticketId]);
      const problem = found.find(({ id }) => id === incidentId);
      const ticket = found.find(({ id }) => id === ticketId);
      const isOurs = ticketId === incidentId || ticket?.problemId === incidentId;
      if (!problem || !ticket || !isOurs || isMerged(ticket)) return 'not attached';
      const filed = filedIssue(problem);
      // Zendesk knows issues by their id.
      if (!filed?.id) return 'no issue';
      if ((await links.issuesOf(ticketId)).includes(filed.id)) return 'linked';
      try {
        await links.link(ticketId, { id: filed.id, key: filed.key });
        return 'linked';
      } catch (error) {
        if (!(error instanceof ServiceError) || !mayHaveWorked(error) || tries === MOST_TRIES) throw error;
        await clock.pause(BEFORE_A_LOOK_MS);
      }
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return links.isRefused() ? 'refused' : 'unknown';
  }
}
