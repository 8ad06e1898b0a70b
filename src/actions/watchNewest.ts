import type { DeskTime } from '../domain/deskTime.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import { cancelledAt } from '../domain/telling.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { Paced } from './paced.ts';

export interface Newest {
  /** The incident as last read. */
  readonly incident: Incident;
  /** Reads the incident; whether update `n` is still its newest, and nobody has cancelled it since this began. */
  isStill(): Promise<boolean>;
  /** The same, by what is known if that is not old. */
  isStillLately(): Promise<boolean>;
  /** Why it is not. */
  readonly because: 'overtaken' | 'cancelled';
}

const KNOWN_MS = 20_000;

/** Keeps an eye on the incident while update `n` goes out: nobody may hear it after a newer one. */
export async function watchNewest(
  { tickets, clock }: Pick<BroadcastPorts, 'tickets' | 'clock'>,
  paced: Paced,
  time: DeskTime,
  incidentId: TicketId,
  n: number,
): Promise<Newest> {
  let incident = await read();
  let knownAt = clock.now().getTime();

  async function read() {
    const { value: problem } = await paced.read(() => tickets.readOne(incidentId));
    time.observe(problem.updatedAt, clock.now());
    return toIncident(problem);
  }
  // Of one that was merged into another its reports hear there.
  const isNewest = () => newestUpdate(incident) === n && !incident.mergedInto;
  // What was cancelled before was started anew by whoever runs this.
  const cancelledBefore = cancelledAt(incident);
  const isOn = () => isNewest() && (cancelledAt(incident) ?? cancelledBefore) === cancelledBefore;
  async function isStill() {
    incident = await read();
    knownAt = clock.now().getTime();
    return isOn();
  }
  return {
    get incident() {
      return incident;
    },
    isStill,
    isStillLately: async () => (clock.now().getTime() - knownAt > KNOWN_MS ? isStill() : isOn()),
    get because() {
      return isNewest() ? 'cancelled' : 'overtaken';
    },
  };
}
