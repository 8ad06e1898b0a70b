import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { NewTicket } from '../workspace/world/story.ts';
import type { Audit } from '../workspace/world/ticket.ts';
import { openPorts, type PortsWanted } from './openPorts.ts';

export interface Wanted extends Partial<Omit<PortsWanted, 'agent'>> {
  outage?: SmallOutageOptions;
  by?: 'mara' | 'tom' | 'ines';
  /** What is different about the ticket that hangs on nothing. */
  loose?: Partial<NewTicket>;
  /** Which of the outage's reports is open instead. */
  report?: number;
}

/** A small outage and a ticket that hangs on nothing yet, open before an agent (unless another is wanted). */
export async function openOutage({ outage = {}, by = 'mara', loose, report, ...wanted }: Wanted = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const seed = smallOutage(world, outage);
  const ticket = world.addTicket({
    subject: 'Error 502 when I donate',
    text: 'I press Give and the donation form says error 502.',
    requesterId: seed.customers[0]?.id ?? seed.mara.id,
    priority: 'low',
    at: time.now() - 5 * 60_000,
    ...loose,
  });
  const at = (who: 'mara' | 'tom' | 'ines', ticketId: number, options: Partial<PortsWanted> = {}) =>
    openPorts(world, time, { ...wanted, ...options, agent: seed[who].id, ticketId });
  const screen = await at(
    by,
    wanted.ticketId ?? (report === undefined ? ticket.id : seed.reports[report]!.id),
  );
  return {
    ...seed,
    ...screen,
    ticket,
    world,
    time,
    /** Lets virtual time pass until the promise settles. */
    run: <T>(promise: Promise<T>) => time.run(promise),
    /** Another screen, over the same world. */
    at,
    /** What the app's own writes on a ticket say they did, oldest first. */
    deeds: (id: number) => world.ticket(id).audits.flatMap((audit) => deedOf(audit) ?? []),
  };
}

function deedOf({ custom }: Audit): { did: string; [detail: string]: unknown } | undefined {
  return custom?.allclear as { did: string } | undefined;
}
