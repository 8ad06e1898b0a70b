import type { Incident } from '../domain/incident.ts';
import { type Match, rankIncidents } from '../domain/match.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';

// One request each, after the first view: enough for the days that have many incidents.
const MOST_INCIDENTS_READ = 5;
// The words of so many customers are enough to know another one by.
const MOST_REPORTS_READ = 50;

/**
 * The running incidents, best match for this ticket first. What customers wrote in tickets attached lately helps to
 * recognise the next one, in whatever language; where it can't be read, the incident's own words must do.
 */
export async function rankForTicket(
  { tickets }: Pick<Ports, 'tickets'>,
  ticket: Ticket,
  active: readonly Incident[],
): Promise<Match[]> {
  const read = active.slice(0, MOST_INCIDENTS_READ).map(async (incident) => ({
    incident,
    recent: await tickets.reports(incident.id).then(
      (page) => page.tickets.slice(0, MOST_REPORTS_READ).map(textOf),
      (error: unknown) => {
        if (error instanceof ServiceError) return [];
        throw error;
      },
    ),
  }));
  const rest = active.slice(MOST_INCIDENTS_READ).map((incident) => ({ incident }));
  return rankIncidents(textOf(ticket), [...(await Promise.all(read)), ...rest]);
}

const textOf = ({ subject, description }: Ticket) => `${subject}\n${description}`;
