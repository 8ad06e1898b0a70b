import type { Tally } from '../domain/book.ts';
import { createDeskTime } from '../domain/deskTime.ts';
import { newestUpdate } from '../domain/incident.ts';
import { cancelledAt, cancelReceipt } from '../domain/telling.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withReceipt } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { readSettled } from './claimUpdate.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { createPaced } from './paced.ts';

export type Cancelled =
  | { readonly do: 'cancelled' }
  | { readonly do: 'overtaken' }
  | { readonly do: 'refuse'; readonly because: 'record' };

/**
 * Writes down that update `n` goes to nobody else, in place of a summary: whoever is telling it stops before the next
 * batch, and no browser goes on with it by itself. Who was told stays told, and whoever may can start it again.
 */
export async function cancelTelling(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  tally: Tally,
): Promise<Cancelled> {
  const { tickets, batches, clock } = ports;
  const paced = createPaced(ports);
  const time = createDeskTime();
  const { id, name } = await paced.answer(() => tickets.me());
  const receipt = cancelReceipt(tally, n, { id, name }, clock.now());
  const look = () => readSettled(ports, paced, incidentId, time);
  return lookAndWrite(clock, look, async ({ problem, incident }): Promise<Cancelled> => {
    if (incident.recordTrouble) return { do: 'refuse', because: 'record' };
    if (newestUpdate(incident) !== n) return { do: 'overtaken' };
    if (cancelledAt(incident) === receipt.at) return { do: 'cancelled' }; // an answer was lost
    const written = withReceipt(problem.fields.allclear_record, receipt, problem.createdAt);
    if (written.state === 'unreadable') return { do: 'refuse', because: 'record' };
    await paced.once(() =>
      batches.write(problem, {
        fields: { allclear_record: written.text },
        note: { did: 'summary', ...receipt },
      }),
    );
    return { do: 'cancelled' };
  });
}
