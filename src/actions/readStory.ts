import { type Incident, toIncident } from '../domain/incident.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Entry, toTimeline } from '../domain/timeline.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { ServiceError } from '../ports.ts';
import { readAudits } from './readTimeline.ts';

/** What happened to an incident, as its own ticket tells it, and nothing that its reports would have to be read for. */
export interface Story {
  readonly incident: Incident;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Why the newest part is missing; what is there is right. */
  readonly cutOff?: ServiceError | undefined;
  readonly asOf: Date;
}

/** Two requests, and one for every hundred changes of the incident's ticket more. */
export async function readStory(
  ports: Pick<BroadcastPorts, 'tickets' | 'batches' | 'clock'>,
  id: TicketId,
): Promise<Story> {
  const asOf = ports.clock.now();
  const [problem, { audits, cutOff }] = await Promise.all([ports.tickets.readOne(id), readAudits(ports, id)]);
  const incident = toIncident(problem);
  const entries = toTimeline(audits, incident.isOver, asOf).reverse();
  return { incident, entries, cutOff, asOf };
}
