import { type Incident, isIncident, toIncident } from '../domain/incident.ts';
import type { BroadcastPorts } from '../ports/batches.ts';

/** The incidents that run, as the list of open problems has them. */
export interface Running {
  readonly incidents: readonly Incident[];
  /** There are more open problem tickets than were looked through; older incidents may be among them. */
  readonly more: boolean;
  readonly asOf: Date;
}

/** One request. */
export async function seeRunning({
  tickets,
  clock,
}: Pick<BroadcastPorts, 'tickets' | 'clock'>): Promise<Running> {
  const asOf = clock.now();
  const { tickets: problems, more } = await tickets.openProblems();
  return { incidents: problems.filter(isIncident).map(toIncident), more, asOf };
}

/** Incidents that were declared since then, over or not, the newest first. */
export interface Past {
  readonly incidents: readonly Incident[];
  /** There are more than a search answers with. */
  readonly more: boolean;
  readonly since: Date;
  readonly asOf: Date;
}

/** Two requests: Zendesk's search says which there are, and lags; the tickets themselves say how they stand. */
export async function findPast(
  { tickets, problems, clock }: Pick<BroadcastPorts, 'tickets' | 'problems' | 'clock'>,
  since: Date,
): Promise<Past> {
  const asOf = clock.now();
  const found = await problems.incidentsSince(since);
  const read = await tickets.read(found.tickets.map(({ id }) => id));
  const incidents = read
    .filter(isIncident)
    .map(toIncident)
    .sort((a, b) => b.id - a.id);
  return { incidents, more: found.more, since, asOf };
}
