import { type Coverage, coverageOf } from '../domain/coverage.ts';
import type { Incident } from '../domain/incident.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Ports } from '../ports.ts';

export interface Counted {
  readonly coverage: Coverage;
  readonly reports: readonly Ticket[];
  /** False when there are more reports than were looked at. */
  readonly isAll: boolean;
  readonly asOf: Date;
}

// The sidebar is looked at often and by many; beyond this the exact count is the broadcast's business.
const MOST_PAGES = 10;

/** Counts who has been told the newest update, off the ledgers of up to a thousand reports unless said. */
export async function countCoverage(
  { tickets, clock }: Pick<Ports, 'tickets' | 'clock'>,
  incident: Incident,
  mostPages = MOST_PAGES,
): Promise<Counted> {
  const asOf = clock.now();
  const reports: Ticket[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const { tickets: some, next } = await tickets.reports(incident.id, { cursor });
    reports.push(...some);
    cursor = next;
    if (!cursor) break;
  }
  const known = incident.update?.rca ? await followed(tickets, incident, reports) : reports;
  return { coverage: coverageOf(incident, known), reports: known, isAll: cursor === undefined, asOf };
}

// Closed reports are told the RCA by tickets that go on from them.
async function followed(
  { read }: Pick<Ports['tickets'], 'read'>,
  incident: Incident,
  reports: readonly Ticket[],
) {
  const { readFollowUps } = await import('./followUps.ts');
  return (await readFollowUps(read, incident, reports)).reports;
}
