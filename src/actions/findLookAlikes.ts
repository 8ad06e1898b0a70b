import { type LookAlike, rankLookAlikes } from '../domain/lookAlikes.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';

/** How far back a ticket can be and still be about what is broken now. */
export const LOOK_BACK_HOURS = 4;
const HOUR_MS = 3_600_000;

/**
 * Lately made tickets that sound like this text, and belong to no problem yet. Zendesk's search may not know of those
 * of the last minutes, so this proposes, and nothing is decided by it.
 */
export async function findLookAlikes(
  { problems, clock }: Pick<BroadcastPorts, 'problems' | 'clock'>,
  like: { readonly id?: TicketId | undefined; readonly text: string },
  hours = LOOK_BACK_HOURS,
): Promise<readonly LookAlike[]> {
  const { tickets } = await problems.recent(new Date(clock.now().getTime() - hours * HOUR_MS));
  return rankLookAlikes(like, tickets);
}
