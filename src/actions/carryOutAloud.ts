import { declarationOf } from '../domain/declaration.ts';
import type { Receipt } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { type CarriedOut, type CarryOptions, carryOut } from './carryOut.ts';
import { tellChannels } from './tellChannels.ts';

export interface CarriedAloud {
  readonly carried: CarriedOut;
  /** Of the channels that have heard of the incident in this run, or would not; nobody needs to wait for it. */
  readonly heard: Promise<readonly Receipt[]>;
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
        saying.catch(() => {}); // whoever waits for it hears of it
      }
      onStep(record, doing);
    },
  });
  return { carried, heard: hear(saying ?? say()) };

  async function hear(said: Promise<readonly Receipt[]>) {
    const receipts = await said;
    const told = receipts.filter(({ outcome }) => outcome === 'told').map(({ channel }) => channel);
    if (isFiled && carried.end === 'done' && told.length > 0) await say(told);
    return receipts;
  }
}
