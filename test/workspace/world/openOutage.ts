import type { TicketChange } from './change.ts';
import type { VirtualClock } from './clock.ts';
import type { User } from './person.ts';
import { Refusal } from './refusal.ts';
import { smallOutage } from './seed/build.ts';
import type { Ticket } from './ticket.ts';
import { updateTicket } from './updateTicket.ts';
import { createWorld, type World } from './world.ts';

/** An outage with two reports, and a way to change its tickets without Zendesk's API in between. */
export function openOutage(settings: Partial<World['settings']> = {}) {
  const world = createWorld({ settings });
  const outage = smallOutage(world, { reports: 2 });
  const [report, other] = outage.reports as [Ticket, Ticket];
  const update = (ticket: Ticket, change: TicketChange, actor: User = outage.tom, stamp?: number) =>
    updateTicket(world, ticket, change, actor, stamp === undefined ? {} : { stamp });
  return { world, clock: world.clock as VirtualClock, ...outage, report, other, update };
}

/** How the world refuses this; that it does not is an error. */
export function refusalOf(act: () => unknown): { status: number; error: string; details: unknown } {
  try {
    act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { status: refusal.status, error: refusal.error, details: refusal.details };
  }
  throw new Error('nothing was refused');
}
