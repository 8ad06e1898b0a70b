import type { LeftOut } from '../domain/declaration.ts';
import { createDeskTime } from '../domain/deskTime.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { attachReports } from './attachReports.ts';
import { type ToldOne, tellOne } from './tellOne.ts';

export type CaughtUp =
  | { readonly do: 'left'; readonly left: LeftOut }
  /** It is a report now; `told` says whether its customer has heard the newest update. */
  | { readonly do: 'attached'; readonly told: ToldOne };

/** Takes in a ticket that was missed, by the rules of attaching, and brings its customer the newest update. */
export async function attachAndTell(
  ports: BroadcastPorts,
  incidentId: TicketId,
  ticketId: TicketId,
): Promise<CaughtUp> {
  const time = createDeskTime();
  const { not } = await attachReports(ports, incidentId, [ticketId], time);
  const [left] = not;
  if (left) return { do: 'left', left };
  return { do: 'attached', told: await tellOne(ports, incidentId, ticketId, { time }) };
}
