import type { DeskTime } from '../domain/deskTime.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { UpdateDraft } from '../domain/update.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type Claimed, claimUpdate } from './claimUpdate.ts';

/**
 * Opens an incident again that was resolved by mistake, or has come back: one safe write posts the next update with an
 * earlier stage and opens the problem ticket. Telling that update, as any other, opens the reports; anybody can go on
 * with it. A closed problem ticket stays closed: `refuse` says so.
 */
export function reopenIncident(
  ports: BroadcastPorts,
  incidentId: TicketId,
  seen: number,
  draft: UpdateDraft,
  time?: DeskTime,
): Promise<Claimed> {
  return claimUpdate(ports, incidentId, seen, { ...draft, reopens: true }, time);
}
