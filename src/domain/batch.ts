import { mayTouch } from './drill.ts';
import type { FieldKey } from './fields.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { toLedger } from './ledger.ts';
import { keepRunning } from './running.ts';
import { stageTag } from './stage.ts';
import type { Priority, Ticket, TicketId, TicketStatus, TicketType } from './ticket.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets
export const MOST_PER_BATCH = 100;

/** One ticket's part in a job: applied as a whole, and only while the ticket is as it was read. */
export interface BatchItem {
  readonly ticket: Ticket;
  /** The public comment; absent where only the ledger is set right. */
  readonly html?: string | undefined;
  readonly fields: Readonly<Partial<Record<FieldKey, string>>>;
  readonly status?: TicketStatus | undefined;
  readonly type?: TicketType | undefined;
  readonly problemId?: TicketId | undefined;
  readonly priority?: Priority | undefined;
  /** All of them: those that are left out are taken away. */
  readonly tags?: readonly string[] | undefined;
  readonly note: { readonly did: string; readonly [detail: string]: unknown };
}

/**
 * The reply, its ledger mark, its stage and the ticket's status in one item: a customer is told and marked, or neither.
 * `first`: the report where this one's requester has the whole text. `urgent`: the priority of reports of a running incident.
 */
export function tellItem(
  incident: Incident,
  ticket: Ticket,
  html: string,
  {
    status,
    first,
    urgent,
  }: {
    status?: TicketStatus | undefined;
    first?: TicketId | undefined;
    urgent?: Priority | undefined;
  } = {},
): BatchItem {
  keepOut(incident, ticket);
  const { was, ...running } = keepRunning(incident, ticket, urgent);
  const note = {
    ...noteOf('told', incident),
    ...(first !== undefined && { first }),
    ...(was && { was, set: urgent }),
  };
  return { ticket, html, fields: marks(incident), ...(status && { status }), ...running, note };
}

/** Sets the ledger of a customer right who was told already. */
export function mendItem(incident: Incident, ticket: Ticket): BatchItem {
  keepOut(incident, ticket);
  return { ticket, fields: marks(incident), note: noteOf('mend', incident) };
}

// Whoever forgets to ask stops here, before anything is sent.
function keepOut(incident: Incident, ticket: Ticket): void {
  if (!mayTouch(incident, ticket)) throw new Error(`drill #${incident.id} must not touch #${ticket.id}`);
}

/** What a report remembers of an incident once its customer knows how that stands. */
export function marks(incident: Incident) {
  return {
    allclear_told: toLedger({ incident: incident.id, n: newestUpdate(incident) }),
    allclear_stage: stageTag(incident.stage),
  };
}

function noteOf(did: string, incident: Incident) {
  return { did, incident: incident.id, n: newestUpdate(incident) };
}
