import { type AttachPlan, planAttach } from '../domain/attach.ts';
import { toIncident } from '../domain/incident.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';
import { mayHaveWorked, orRather } from './mayHaveWorked.ts';

export type Attached = Exclude<AttachPlan, { do: 'attach' }> | { readonly do: 'attached' };

const MOST_TRIES = 4;
const BETWEEN_TRIES_MS = 1_000;

/**
 * Attaches a ticket to an incident in one safe write. When somebody else was faster, or an answer is lost, it looks
 * again before it writes again: whoever wins, the ticket is attached once.
 */
export async function attachReport(
  { tickets, settings, clock }: Pick<Ports, 'tickets' | 'settings' | 'clock'>,
  ticketId: TicketId,
  incidentId: TicketId,
  { move = false } = {},
): Promise<Attached> {
  if ((await tickets.me()).isLight) return { do: 'refuse', because: 'not allowed' };
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    const looking = Promise.all([tickets.readOne(ticketId), tickets.readOne(incidentId)]);
    const [ticket, problem] = await looking.catch(orRather(doubt));
    const incident = toIncident(problem);
    const plan = planAttach(ticket, incident, { priority: settings.attachPriority, move });
    if (plan.do !== 'attach') return plan.do === 'nothing' && tries > 1 ? { do: 'attached' } : plan;
    const { priority, was } = plan;
    try {
      await tickets.change(ticket, {
        type: 'incident',
        problemId: incidentId,
        ...(priority && { priority }),
        ...(incident.jiraKey && { fields: { allclear_jira: incident.jiraKey } }),
        note: { did: 'attach', incident: incidentId, was, ...(priority && { set: priority }) },
      });
      return { do: 'attached' };
    } catch (error) {
      const isWorthALook =
        error instanceof ServiceError && (error.trouble === 'outdated' || mayHaveWorked(error));
      if (!isWorthALook || tries === MOST_TRIES) throw error;
      doubt = mayHaveWorked(error) ? error : undefined;
      await clock.pause(BETWEEN_TRIES_MS);
    }
  }
}
