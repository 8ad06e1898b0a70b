import { type Declaration, declarationOf } from '../domain/declaration.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import type { FieldKey } from '../domain/fields.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import { type IncidentRecord, readRecord } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { withDeclaration } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type NoteBody, ServiceError } from '../ports.ts';
import { readSettled } from './claimUpdate.ts';
import { doubtAfter, mayHaveWorked } from './mayHaveWorked.ts';
import { createPaced } from './paced.ts';

/** An incident that was declared with the app, as it was last read. */
export interface Declared {
  readonly problem: Ticket;
  readonly incident: Incident;
  readonly record: IncidentRecord;
  readonly declaration: Declaration;
}

export interface DeclarationChange {
  readonly declaration: Declaration;
  readonly jira?: { readonly id: string; readonly key: string };
  readonly fields?: Readonly<Partial<Record<FieldKey, string>>>;
  readonly note: NoteBody;
}

const MOST_TRIES = 6;
const BETWEEN_TRIES_MS = 1_000;

export type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>;

/** Reads how far declaring has come. Throws `unreadable` where the record was not written by the app, or can't be read. */
export async function readDeclared(ports: Needs, incidentId: TicketId, time: DeskTime): Promise<Declared> {
  const { tickets, clock } = ports;
  const problem = await createPaced(ports).answer(() => tickets.readOne(incidentId));
  time.observe(problem.updatedAt, clock.now());
  return toDeclared(problem);
}

function toDeclared(problem: Ticket): Declared {
  const incident = toIncident(problem);
  const read = readRecord(problem.fields.allclear_record);
  const declaration = read.state === 'read' ? declarationOf(read.record) : undefined;
  if (read.state !== 'read' || !declaration)
    throw new ServiceError('Zendesk', 'unreadable', {
      detail: incident.recordTrouble ?? 'declare',
      isRead: true,
    });
  return { problem, incident, record: read.record, declaration };
}

/**
 * Changes the record in one safe write. `act` says how, or `undefined` when nothing is to be changed: it is asked again
 * after a conflict or a lost answer, with what stands there then. The answer is what stands there in the end.
 */
export async function changeDeclaration(
  ports: Needs,
  incidentId: TicketId,
  act: (declared: Declared) => DeclarationChange | undefined,
  time: DeskTime = createDeskTime(),
): Promise<Declared> {
  const { batches, clock } = ports;
  const paced = createPaced(ports);
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      const declared = toDeclared((await readSettled(ports, paced, incidentId, time)).problem);
      const wanted = act(declared);
      if (!wanted) return declared;
      const { declaration, jira, fields, note } = wanted;
      const text = declared.problem.fields.allclear_record;
      const written = withDeclaration(text, declaration, jira && { jira });
      if (written.state === 'unreadable')
        throw new ServiceError('Zendesk', 'unreadable', { detail: written.why, isRead: true });
      const problem = await paced.once(() =>
        batches.write(declared.problem, { fields: { ...fields, allclear_record: written.text }, note }),
      );
      const record = { ...declared.record, declare: declaration, ...(jira && { jira }) };
      return { problem, incident: toIncident(problem), record, declaration };
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
