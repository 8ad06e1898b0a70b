import { newestUpdate, toIncident } from '../domain/incident.ts';
import { toLedger, toldOf } from '../domain/ledger.ts';
import { stageTag } from '../domain/stage.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { Ports } from '../ports.ts';
import { lastHeard } from './lastHeard.ts';
import { lookAndWrite } from './lookAndWrite.ts';

/**
 * Puts the ledger of a report back to the newest update that its audits know of, where a form that was opened before
 * has saved an older one over it: else the customer would be told that update again.
 */
export async function raiseLedger(
  { tickets, clock }: Pick<Ports, 'tickets' | 'clock'>,
  ticketId: TicketId,
  incidentId: TicketId,
): Promise<void> {
  const look = () => tickets.read([ticketId, incidentId]);
  await lookAndWrite(clock, look, async (found) => {
    const report = found.find(({ id }) => id === ticketId);
    const problem = found.find(({ id }) => id === incidentId);
    const told = toldOf(report?.fields.allclear_told, incidentId);
    if (!report || !problem || told === undefined) return;
    const incident = toIncident(problem);
    const newest = newestUpdate(incident);
    if (told >= newest) return;
    const n = (await lastHeard(tickets, ticketId, incidentId, newest)) ?? told;
    if (n <= told) return;
    const stage = n === newest && { allclear_stage: stageTag(incident.stage) };
    await tickets.change(report, {
      fields: { allclear_told: toLedger({ incident: incidentId, n }), ...stage },
      note: { did: 'mend', incident: incidentId, n },
    });
  });
}
