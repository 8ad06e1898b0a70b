import { createDeskTime } from '../domain/deskTime.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type Broadcast, type BroadcastOptions, broadcast } from './broadcast.ts';
import { type Finished, finishUpdate } from './finishUpdate.ts';

export interface Told {
  readonly broadcast: Broadcast;
  /** Absent while there is still somebody to tell. */
  readonly finished?: Finished | undefined;
}

const MOST_ROUNDS = 3;

/** Tells update `n` to everybody who was not told it, writes down how that went, and closes what is to be closed. */
export async function tellEveryone(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  options: BroadcastOptions = {},
): Promise<Told> {
  const time = options.time ?? createDeskTime();
  for (let round = 1; ; round += 1) {
    const told = await broadcast(ports, incidentId, n, { ...options, time });
    if (told.end !== 'done') return { broadcast: told };
    const finished = await finishUpdate(ports, incidentId, n, told, time);
    // Who was attached between the last look and the solving was solved along with it, and still wants to be told.
    if (finished.do === 'finished' && finished.isSolved)
      return { broadcast: await broadcast(ports, incidentId, n, { ...options, time }), finished };
    const isWorthARound = finished.do === 'not yet' && (finished.behind > 0 || finished.hidden > told.hidden);
    if (!isWorthARound || round === MOST_ROUNDS) return { broadcast: told, finished };
  }
}
