import type { Audit } from '../domain/audit.ts';
import { untoldReason } from '../domain/coverage.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import { toldOf } from '../domain/ledger.ts';
import type { ReportFact } from '../domain/measures.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Entry, toTimeline, withHistories } from '../domain/timeline.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { countCoverage } from './countCoverage.ts';

export interface TimelineRead {
  readonly incident: Incident;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** By id; who is not in it is not known by name. */
  readonly people: ReadonlyMap<number, { readonly name: string }>;
  /** How many customers each update was the last thing they heard, by hand or not; absent when nobody could count. */
  readonly heard?:
    | {
        readonly by: ReadonlyMap<number, number>;
        readonly reports: readonly ReportFact[];
        readonly isAll: boolean;
      }
    | undefined;
  /** Why the newest part is missing; what is there is right. */
  readonly cutOff?: ServiceError | undefined;
  /** Incidents that were merged into this one and whose history could not be read. */
  readonly unread?: readonly TicketId[] | undefined;
  readonly asOf: Date;
}

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'clock'>;

/** Reads what happened to an incident. Only its own ticket and its audits are needed; what else fails is left out. */
export async function readTimeline(ports: Needs, incidentId: TicketId): Promise<TimelineRead> {
  const { tickets, clock } = ports;
  const asOf = clock.now();
  const reading = readAudits(ports, incidentId);
  reading.catch(() => {}); // the incident's own failure comes first
  const incident = toIncident(await tickets.readOne(incidentId));
  const counting = countHeard(ports, incident).catch(leaveOut);
  const { audits, cutOff } = await reading;
  const own = toTimeline(audits, incident.isOver, asOf);
  const { others, unread } = await readMerged(ports, incident.merges ?? [], asOf);
  const entries = others.length > 0 ? withHistories(own, others) : own;
  const people = await readPeople(ports, entries).catch(leaveOut);
  return {
    incident,
    entries,
    people: people ?? new Map(),
    heard: await counting,
    cutOff,
    ...(unread.length > 0 && { unread }),
    asOf,
  };
}

/** Every audit of the incident's ticket; those before a failure when a later page fails. */
export async function readAudits({ batches }: Pick<BroadcastPorts, 'batches'>, id: TicketId) {
  const audits: Audit[] = [];
  let cursor: string | undefined;
  do {
    const page = await batches.audits(id, cursor).catch((error: unknown) => {
      if (cursor && error instanceof ServiceError) return error;
      throw error;
    });
    if (page instanceof ServiceError) return { audits, cutOff: page };
    audits.push(...page.audits);
    cursor = page.next;
  } while (cursor);
  return { audits, cutOff: undefined };
}

/** The histories of the incidents that were merged into this one; what was promised there was over with that. */
async function readMerged(ports: Needs, ids: readonly TicketId[], asOf: Date) {
  const others: { of: TicketId; entries: Entry[] }[] = [];
  const unread: TicketId[] = [];
  for (const of of ids) {
    const read = await readAudits(ports, of).catch(leaveOut);
    if (!read || read.cutOff) unread.push(of);
    if (read) others.push({ of, entries: toTimeline(read.audits, true, asOf) });
  }
  return { others, unread };
}

const MOST_PEOPLE = 100;

async function readPeople({ batches }: Needs, entries: readonly Entry[]): Promise<TimelineRead['people']> {
  const ids = [...new Set(entries.map(({ authorId }) => authorId))].filter((id) => id > 0);
  return ids.length > 0 ? batches.people(ids.slice(0, MOST_PEOPLE)) : new Map();
}

// What was inserted by hand, or told to one customer, is in the audits of the reports; their ledgers count it.
async function countHeard(ports: Needs, incident: Incident) {
  const { reports, isAll } = await countCoverage(ports, incident);
  const facts = reports.map((report): ReportFact => {
    const told = toldOf(report.fields.allclear_told, incident.id);
    return { id: report.id, told, cannot: untoldReason(report) };
  });
  const by = new Map<number, number>();
  for (const { told } of facts) if (told !== undefined) by.set(told, (by.get(told) ?? 0) + 1);
  return { by, reports: facts, isAll };
}

function leaveOut(error: unknown): undefined {
  if (error instanceof ServiceError) return undefined;
  throw error;
}
