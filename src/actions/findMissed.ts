import type { Incident } from '../domain/incident.ts';
import type { LookAlike } from '../domain/lookAlikes.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { findLookAlikes } from './findLookAlikes.ts';

const HOUR_MS = 3_600_000;

/**
 * Tickets made since an incident began that sound like it and belong to none: of the newest hundred, for search answers no
 * more at once, and knows nothing of those of the last minutes.
 */
export function findMissed(
  ports: Pick<BroadcastPorts, 'problems' | 'clock'>,
  { id, title, symptoms, startedAt }: Incident,
): Promise<readonly LookAlike[]> {
  const hours = (ports.clock.now().getTime() - Date.parse(startedAt)) / HOUR_MS;
  return findLookAlikes(ports, { id, text: `${title}\n${symptoms}` }, Math.max(0, hours));
}
