import type { TicketId } from '../domain/ticket.ts';
import { type Said, toTimeline } from '../domain/timeline.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { readAudits } from './readTimeline.ts';

/** The newest `most` of the updates after `last` and before `n`, as customers were told them, oldest first. */
export async function updatesBetween(
  ports: Pick<BroadcastPorts, 'batches' | 'clock'>,
  incidentId: TicketId,
  last: number,
  n: number,
  most: number,
): Promise<(Said & { readonly at: string })[]> {
  const { audits, cutOff } = await readAudits(ports, incidentId);
  if (cutOff) throw cutOff;
  const between = toTimeline(audits, false, ports.clock.now()).flatMap((entry) =>
    entry.kind === 'update' && entry.update.n > last && entry.update.n < n
      ? { ...entry.update, at: entry.at }
      : [],
  );
  return between.sort((a, b) => a.n - b.n).slice(-most);
}
