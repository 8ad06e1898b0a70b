import { declarationOf } from '../domain/declaration.ts';
import type { Receipt } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { type CarriedOut, type CarryOptions, carryOut } from './carryOut.ts';
import { tellChannels } from './tellChannels.ts';

export interface CarriedAloud {
  readonly carried: CarriedOut;
  /** Of the channels that have heard of the incident in this run, or would not. */
  readonly receipts: readonly Receipt[];
  /** Comes once the chat's message names the issue, where it was filed in this run; nobody needs to wait for it. */
  readonly named: Promise<unknown>;
}

/**
 * Does what is left of declaring an incident, and says meanwhile in the team's chat that there is one. Neither waits for the
 * other, or fails with it; once the issue is filed the chat's message names it. It may be run again like `carryOut`.
 */
export async function carryOutAloud(
  ports: BroadcastPorts,
  incidentId: TicketId,
  { onStep = () => {}, ...options }: CarryOptions,
): Promise<CarriedAloud> {
  let isFiled = false;
  const say = (again?: readonly string[]) =>
    tellChannels(ports, incidentId, 0, false, again).catch((error: unknown) => {
      if (error instanceof ServiceError) return []; // nobody could write down how it went: it shows as still to do
      throw error;
    });
  let saying: Promise<readonly Receipt[]> | undefined;
  const carried = await carryOut(ports, incidentId, {
    ...options,
    onStep(record, doing) {
      isFiled ||= doing === 'issue';
      // Who takes over from somebody who was filing waits for as long as nothing is written to the ticket: that comes first.
      if (!saying && !declarationOf(record)?.filing) {
        saying = say();
        saying.catch(() => {}); // waited for below
      }
      onStep(record, doing);
    },
  });
  const receipts = await (saying ?? say());
  const told = receipts.filter(({ outcome }) => outcome === 'told').map(({ channel }) => channel);
  const isNew = isFiled && carried.end === 'done' && told.length > 0;
  return { carried, receipts, named: isNew ? say(told) : Promise.resolve() };
}
