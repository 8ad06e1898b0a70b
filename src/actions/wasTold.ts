import { type Incident, newestUpdate } from '../domain/incident.ts';
import { toLedger } from '../domain/ledger.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { TicketDesk } from '../ports.ts';

/** Whether a report's audits say that its customer was told the newest update, whatever its ledger says now. */
export async function wasTold(
  tickets: Pick<TicketDesk, 'history'>,
  id: TicketId,
  incident: Incident,
): Promise<boolean> {
  const n = newestUpdate(incident);
  const ledger = toLedger({ incident: incident.id, n });
  const { notes, ledger: written } = await tickets.history(id);
  return (
    notes.some((note) => note.did === 'told' && note.incident === incident.id && note.n === n) ||
    written.some(({ value }) => value === ledger)
  );
}
