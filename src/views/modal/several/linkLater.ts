import { syncLinks } from '../../../actions/syncLinks.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';

/** Brings the links of these incidents in line. Nobody waits for Jira: what does not work shows in the count of links. */
export function linkLater(ports: BroadcastPorts, incidents: readonly TicketId[]): void {
  if (!ports.issues) return;
  void incidents
    .reduce<Promise<unknown>>((before, id) => before.then(() => syncLinks(ports, id)), Promise.resolve())
    .catch(() => {});
}
