import { DRILL_TAG, type Drill } from './drill.ts';
import { promiseState } from './promise.ts';
import {
  type Eta,
  type IncidentRecord,
  type Receipt,
  type Review,
  readRecord,
  type Update,
} from './record.ts';
import { type Stage, stageOfTag } from './stage.ts';
import { isOver, type Ticket, type TicketId } from './ticket.ts';

/** The tag that makes a problem ticket an incident of ours. */
export const INCIDENT_TAG = 'allclear_incident';

/** Where an incident stands, as last read. Times are ISO 8601 in UTC. */
export interface Incident extends Drill {
  readonly id: TicketId;
  readonly title: string;
  readonly isOver: boolean;
  /** Zendesk lets nobody change its ticket any more, so it can't be reopened. */
  readonly isClosed?: boolean | undefined;
  readonly startedAt: string;
  readonly severity: 1 | 2 | 3;
  /** The newest posted update; absent until the first one, or while the record cannot be read. */
  readonly update?: Update | undefined;
  /** What is in force: the newest update's inputs, else what the ticket's fields say. */
  readonly stage: Stage;
  readonly symptoms: string;
  readonly eta?: Eta | undefined;
  /** When customers were promised to hear from us next. */
  readonly next?: string | undefined;
  readonly jiraKey?: string | undefined;
  /** The identity, where it is written down: its key changes when it moves. */
  readonly jiraId?: string | undefined;
  /** Where people read of it elsewhere, by channel. */
  readonly places?: Readonly<Partial<Record<'slack' | 'statuspage', string>>> | undefined;
  /** The notice inside the product after *resolved*: until when customers see it, and when it was seen to be gone. */
  readonly notice?: { readonly until?: string | undefined; readonly gone?: string | undefined } | undefined;
  /** An update that waits for a second person, or did, unread: `domain/proposal.ts`. */
  readonly proposal?: unknown;
  /** The root cause analysis that is owed; absent before *resolved*. */
  readonly review?: Review | undefined;
  /** How each channel fared with the newest update, as far as that is written down. */
  readonly receipts: readonly Receipt[];
  /** Up to which update each channel has heard them all, or may have. */
  readonly heard?: Readonly<Record<string, number>> | undefined;
  /** Why the record could not be read; replies are refused then, since nobody can tell which update is the newest. */
  readonly recordTrouble?: string | undefined;
  readonly reports?: number | undefined;
  /** Under whose name its customers know the company, as far as the record says. */
  readonly brand?: { readonly id: number; readonly name: string } | undefined;
  /** Whom its ticket is assigned to. */
  readonly ownerId?: number | undefined;
  /** What is known of its reminders, unread: `domain/reminders.ts`. */
  readonly reminders?: unknown;
  /** The incident that this one was merged into: nothing is posted here any more. */
  readonly mergedInto?: TicketId | undefined;
  /** Every report that could be moved there has been. */
  readonly isMergedWhole?: boolean | undefined;
  /** The incidents that were merged into this one. */
  readonly merges?: readonly TicketId[] | undefined;
  readonly updatedAt: string;
}

/** True for every incident of ours, also one that is over. */
export function isIncident(ticket: Ticket): boolean {
  return ticket.type === 'problem' && ticket.tags.includes(INCIDENT_TAG);
}

/** Reads an incident off its problem ticket. */
export function toIncident(ticket: Ticket): Incident {
  const read = readRecord(ticket.fields.allclear_record);
  const record = read.state === 'read' ? read.record : undefined;
  const incident: Incident = {
    id: ticket.id,
    title: ticket.subject,
    isOver: isOver(ticket),
    ...(ticket.status === 'closed' && { isClosed: true }),
    startedAt: record?.startedAt ?? ticket.createdAt,
    severity: record?.severity ?? 2,
    update: undefined,
    stage: stageOfTag(ticket.fields.allclear_stage) ?? 'investigating',
    symptoms: ticket.fields.allclear_symptoms ?? '',
    eta: etaOfField(ticket.fields.allclear_eta),
    next: timeOfField(ticket.fields.allclear_next_update),
    receipts: record?.receipts ?? [],
    places: record && placesIn(record),
    notice: record?.pendo,
    proposal: record?.proposal,
    ...(record?.heard && { heard: record.heard }),
    review: record?.review,
    brand: record?.brand,
    jiraKey: record?.jira?.key ?? ticket.fields.allclear_jira,
    jiraId: record?.jira?.id,
    recordTrouble: read.state === 'unreadable' ? read.why : undefined,
    reports: ticket.linked,
    ownerId: ticket.assigneeId,
    reminders: record?.reminders,
    updatedAt: ticket.updatedAt,
    ...(record && mergesIn(record)),
    ...drillIn(ticket, record),
  };
  return record?.update ? withUpdateInForce(incident, record.update) : incident;
}

/** The incident with this as its newest update. */
export function withUpdateInForce(incident: Incident, update: Update): Incident {
  const { stage, symptoms, eta, next } = update;
  return { ...incident, update, stage, symptoms, eta, next };
}

/** Whether customers were promised to hear from us before now, and did not. */
export function isLate({ next, isOver, mergedInto }: Incident, now: Date): boolean {
  return next !== undefined && !isOver && !mergedInto && promiseState(new Date(next), now) === 'broken';
}

/** The number customers' ledgers are compared with; 0 until the first update is posted. */
export function newestUpdate(incident: Incident): number {
  return incident.update?.n ?? 0;
}

function mergesIn({
  merged,
  merges,
}: IncidentRecord): Pick<Incident, 'mergedInto' | 'isMergedWhole' | 'merges'> {
  return {
    ...(merged && { mergedInto: merged.into, isMergedWhole: merged.done !== undefined }),
    ...(merges?.length && { merges }),
  };
}

// Either says so, and a record that can't be read leaves the tag: a drill must never pass for the real thing.
function drillIn({ tags }: Ticket, record: IncidentRecord | undefined): Drill {
  if (!record?.drill && !tags.includes(DRILL_TAG)) return {};
  return { isDrill: true, drillReaches: record?.drillReaches ?? [] };
}

// A hand-edited address leads nowhere.
function placesIn({ slack, statuspage }: Pick<IncidentRecord, 'slack' | 'statuspage'>) {
  const known = Object.entries({ slack: slack?.url, statuspage: statuspage?.url });
  return Object.fromEntries(known.filter(([, url]) => url?.startsWith('https://')));
}

// Before the first update the ETA is what somebody typed into the field, its source included.
function etaOfField(text: string | undefined): Eta | undefined {
  return text?.trim() ? { text: text.trim(), by: '' } : undefined;
}

function timeOfField(text: string | undefined): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;
}
