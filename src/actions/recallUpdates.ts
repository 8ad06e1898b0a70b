import type { TicketId } from '../domain/ticket.ts';
import { type Summary, toTimeline } from '../domain/timeline.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { readAudits } from './readTimeline.ts';

/** What the incident's audits say of an update. Whatever they don't is not known any more. */
export interface Recalled {
  readonly postedAt: string;
  /** How its broadcast fared; absent when none came to its end. */
  readonly told?: Summary | undefined;
}

/** Every update that the audits of the incident's ticket can be read for, by its number. */
export async function recallUpdates(
  ports: Pick<BroadcastPorts, 'batches' | 'clock'>,
  incidentId: TicketId,
): Promise<ReadonlyMap<number, Recalled>> {
  const { audits, cutOff } = await readAudits(ports, incidentId);
  if (cutOff) throw cutOff;
  return new Map(
    toTimeline(audits, false, ports.clock.now()).flatMap((entry): [number, Recalled][] => {
      if (entry.kind !== 'update' && entry.kind !== 'rca') return [];
      const n = entry.kind === 'rca' ? entry.n : entry.update.n;
      return [[n, { postedAt: entry.at, told: entry.told }]];
    }),
  );
}
