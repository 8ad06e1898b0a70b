import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import { planAside } from '../domain/planAside.ts';
import { cleanReason } from '../domain/snooze.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type AttachedMany, writeMany } from './attachReports.ts';
import type { Needs } from './changeDeclaration.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { createPaced } from './paced.ts';

export interface AsideWish {
  readonly incident: TicketId;
  readonly ids: readonly TicketId[];
  /** Why no update is for them; `undefined` takes them back. */
  readonly reason: string | undefined;
}

export type SetAside =
  | ({ readonly do: 'refuse' } & BroadcastRefusal)
  | { readonly do: 'refuse'; readonly because: 'no reason' }
  | { readonly do: 'done'; readonly tickets: readonly TicketId[]; readonly not: AttachedMany['not'] };

/**
 * Sets reports of an incident aside: no update tells them, and every count names them, until they are taken back. Who did it and
 * why stands in each ticket's audit. It takes the right to tell everyone. A report that changes at the same moment is looked at
 * again before it is written; running this twice is harmless.
 */
export async function setAside(
  ports: Needs,
  { incident, ids, reason }: AsideWish,
  time: DeskTime = createDeskTime(),
): Promise<SetAside> {
  const why = reason === undefined ? undefined : cleanReason(reason);
  if (why === '') return { do: 'refuse', because: 'no reason' };
  const paced = createPaced(ports);
  const { refusal } = await identifyBroadcaster(ports, paced.once);
  if (refusal) return { do: 'refuse', ...refusal };
  const { attached, not } = await writeMany(ports, paced, ids, time, (ticket) => {
    const plan = planAside(ticket, incident, why !== undefined);
    if (plan.do === 'nothing') return { is: 'done' };
    if (plan.do === 'refuse') return { is: 'refused', because: plan.because };
    const note =
      why === undefined ? { did: 'take back', incident } : { did: 'set aside', incident, reason: why };
    return { is: 'to do', item: { ticket, fields: {}, tags: plan.tags, note } };
  });
  return { do: 'done', tickets: attached, not };
}
