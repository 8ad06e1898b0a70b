import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import { NO_INCIDENT_TAG } from '../domain/spotting.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type AttachedMany, writeMany } from './attachReports.ts';
import type { Needs } from './changeDeclaration.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { createPaced } from './paced.ts';

export type DismissedGroup =
  | ({ readonly do: 'refuse' } & BroadcastRefusal)
  | { readonly do: 'dismissed'; readonly tickets: readonly TicketId[]; readonly not: AttachedMany['not'] };

/**
 * Writes on each of these tickets that there is no incident behind it, so that nobody is asked again: neither about them nor
 * about what says the same. It takes the right to declare one. A ticket that a colleague changes at the same moment is looked at
 * again before it is written; running this twice is harmless.
 */
export async function dismissGroup(
  ports: Needs,
  ids: readonly TicketId[],
  time: DeskTime = createDeskTime(),
): Promise<DismissedGroup> {
  const paced = createPaced(ports);
  const { refusal } = await identifyBroadcaster(ports, paced.once);
  if (refusal) return { do: 'refuse', ...refusal };
  const { attached, not } = await writeMany(ports, paced, ids, time, (ticket) => {
    if (ticket.tags.includes(NO_INCIDENT_TAG)) return { is: 'done' };
    if (ticket.status === 'closed') return { is: 'refused', because: 'closed' };
    const tags = [...ticket.tags, NO_INCIDENT_TAG];
    return { is: 'to do', item: { ticket, fields: {}, tags, note: { did: 'dismiss' } } };
  });
  return { do: 'dismissed', tickets: attached, not };
}
