import { type IncidentRecord, readRecord } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { withPlaces } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { changeProblem } from './changeProblem.ts';

/** Where an incident stands in each channel. */
export type Places = Pick<IncidentRecord, 'pendo' | 'slack' | 'statuspage'>;

/** As the incident's ticket says; nothing where its record can't be read. */
export function placesOf({ fields }: Ticket): Places {
  const read = readRecord(fields.allclear_record);
  return read.state === 'read' ? read.record : {};
}

/**
 * Writes down where an incident stands in a channel, as `decide` makes it of what is known now; `undefined` writes nothing.
 * Answers what the ticket says then.
 */
export async function keepPlaces(
  ports: Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>,
  incidentId: TicketId,
  decide: (known: Places) => Places | undefined,
): Promise<Places> {
  return changeProblem(ports, incidentId, (_, problem) => {
    const known = placesOf(problem);
    const wanted = decide(known);
    const text = problem.fields.allclear_record;
    const written = wanted && withPlaces(text, wanted, problem.createdAt);
    if (written?.state !== 'written' || written.text === text || problem.status === 'closed')
      return { done: known };
    return {
      write: { fields: { allclear_record: written.text }, note: { did: 'place', ...wanted } },
      answer: { ...known, ...wanted },
    };
  });
}
