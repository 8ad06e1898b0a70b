import type { Occasion } from '../../actions/alignLink.ts';
import type { Incident } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';

const underWay = new Map<TicketId, Promise<unknown>>();
let officially: Promise<unknown> = Promise.resolve();

/**
 * Makes one ticket's link right while the agent goes on. Nobody waits for Jira: what does not work shows in the count of
 * links, with the way to bring them in line. A ticket that was attached gets the official integration's link too, if it may.
 */
export function alignLater(
  { issues, broadcasting }: Pick<Ports, 'issues' | 'broadcasting'>,
  incident: Pick<Incident, 'id' | 'jiraKey'>,
  ticket: TicketId,
  occasion: Occasion,
): void {
  if (!issues || !incident.jiraKey) return;
  const before = underWay.get(incident.id);
  const aligned = Promise.all([broadcasting(), import('../../actions/alignLink.ts'), before])
    .then(([ports, { alignLink }]) => alignLink(ports, incident.id, ticket, occasion))
    .catch(() => {});
  underWay.set(incident.id, aligned);
  if (occasion !== 'attached') return;
  // One at a time, since each looks before it writes; and behind everything that shows.
  officially = Promise.all([broadcasting(), import('../../actions/linkOfficially.ts'), aligned, officially])
    .then(([ports, { linkOfficially }]) => linkOfficially(ports, incident.id, ticket))
    .catch(() => {});
}

/** Resolves once every link of the incident that this tab has begun to set right is done with. */
export async function whenAligned(incident: TicketId): Promise<void> {
  await underWay.get(incident);
}
