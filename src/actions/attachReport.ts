import { type AttachPlan, planAttach } from '../domain/attach.ts';
import { toIncident } from '../domain/incident.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { Ports } from '../ports.ts';
import { lookAndWrite } from './lookAndWrite.ts';

export type Attached = Exclude<AttachPlan, { do: 'attach' }> | { readonly do: 'attached' };

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
  const look = () => Promise.all([tickets.readOne(ticketId), tickets.readOne(incidentId)]);
  return lookAndWrite(clock, look, async ([ticket, problem], tries): Promise<Attached> => {
    const incident = toIncident(problem);
    const plan = planAttach(ticket, incident, { priority: settings.attachPriority, move });
    if (plan.do !== 'attach') return plan.do === 'nothing' && tries > 1 ? { do: 'attached' } : plan;
    const { priority, tags, was } = plan;
    await tickets.change(ticket, {
      type: 'incident',
      problemId: incidentId,
      ...(priority && { priority }),
      tags,
      ...(incident.jiraKey && { fields: { allclear_jira: incident.jiraKey } }),
      note: { did: 'attach', incident: incidentId, was, ...(priority && { set: priority }) },
    });
    return { do: 'attached' };
  });
}
