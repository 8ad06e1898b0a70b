import type { DeskTime } from '../domain/deskTime.ts';
import { isSettled } from '../domain/deskTime.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { Paced } from './paced.ts';

export interface ReportsRead {
  readonly reports: readonly Ticket[];
  /** By Zendesk's own count. */
  readonly count: number;
  /** Counted, and not listed for this agent. */
  readonly hidden: number;
  /** Changed a moment ago: a safe write would not be safe yet. */
  readonly unsettled: ReadonlySet<TicketId>;
}

/** Reads every report of an incident, a hundred at a time. */
export async function readReports(
  { tickets, batches, clock }: Pick<BroadcastPorts, 'tickets' | 'batches' | 'clock'>,
  paced: Paced,
  incidentId: TicketId,
  time: DeskTime,
): Promise<ReportsRead> {
  const reports = new Map<TicketId, Ticket>();
  const unsettled = new Set<TicketId>();
  let cursor: string | undefined;
  do {
    const { value: page, asked } = await paced.read(() => batches.reports(incidentId, cursor));
    const arrived = clock.now();
    for (const { updatedAt } of page.tickets) time.observe(updatedAt, arrived);
    for (const report of page.tickets) {
      if (report.problemId !== incidentId) continue;
      reports.set(report.id, report);
      if (!isSettled(report, time.atLeast(asked))) unsettled.add(report.id);
    }
    cursor = page.next;
  } while (cursor);
  const count = await paced.answer(() => tickets.countReports(incidentId));
  return { reports: [...reports.values()], count, hidden: Math.max(0, count - reports.size), unsettled };
}
