import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import type { Incident } from '../domain/incident.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts, ProblemChange } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { readSettled } from './claimUpdate.ts';
import { doubtAfter, mayHaveWorked } from './mayHaveWorked.ts';
import { createPaced } from './paced.ts';

const MOST_TRIES = 6;
const BETWEEN_TRIES_MS = 1_000;

/** What to make of the incident's ticket as it is now: a change to write, or an answer when nothing is to be written. */
export type Decided<T> = { readonly write: ProblemChange; readonly answer: T } | { readonly done: T };

/**
 * Changes the incident's ticket in one safe write. After somebody else's write, or an answer that was lost, it looks and
 * decides again: `decide` finds its own write there and answers `done`.
 */
export async function changeProblem<T>(
  ports: Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>,
  incidentId: TicketId,
  decide: (incident: Incident, problem: Ticket) => Decided<T>,
  time: DeskTime = createDeskTime(),
): Promise<T> {
  const { batches, clock } = ports;
  const paced = createPaced(ports);
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      const { problem, incident } = await readSettled(ports, paced, incidentId, time);
      const decided = decide(incident, problem);
      if ('done' in decided) return decided.done;
      await paced.once(() => batches.write(problem, decided.write));
      return decided.answer;
    } catch (error) {
      doubt = doubtAfter(error, doubt);
      const isWorthALook =
        error instanceof ServiceError &&
        (error.trouble === 'outdated' || error.trouble === 'too many' || mayHaveWorked(error));
      if (!isWorthALook || tries === MOST_TRIES) throw doubt ?? error;
      await clock.pause((error.retryAfter ?? 0) * 1_000 || BETWEEN_TRIES_MS * tries);
    }
  }
}
