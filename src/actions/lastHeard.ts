import { toldOf } from '../domain/ledger.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { TicketDesk } from '../ports.ts';

/** The newest update up to `newest` that a report's audits say its customer was told, whatever its ledger says now. */
export async function lastHeard(
  tickets: Pick<TicketDesk, 'history'>,
  id: TicketId,
  incidentId: TicketId,
  newest: number,
): Promise<number | undefined> {
  const { ledger } = await tickets.history(id);
  const heard = ledger.flatMap(({ value }) => toldOf(value, incidentId) ?? []).filter((n) => n <= newest);
  return heard.length > 0 ? Math.max(...heard) : undefined;
}
