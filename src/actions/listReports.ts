import { type Incident, toIncident } from '../domain/incident.ts';
import type { Skipped } from '../domain/pass.ts';
import { type ReportRow, toReportRow } from '../domain/reportRows.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts, ReportPage } from '../ports/batches.ts';
import { readFollowUps } from './followUps.ts';
import { createPaced, type Waiting } from './paced.ts';
import { withPeople } from './withPeople.ts';

type ListPorts = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>;

/** What has come of the list so far. */
export interface Listing {
  readonly incident: Incident;
  readonly rows: readonly ReportRow[];
  /** Zendesk's own count, which includes reports that this agent can't see. */
  readonly total: number;
  /** When reading began: nothing in the list is older than that. */
  readonly asOf: Date;
  /** Where to go on; absent once the last page is read. */
  readonly next?: string | undefined;
  /** Counted by Zendesk and listed for nobody: known at the end. */
  readonly hidden: number;
  readonly isWhole: boolean;
}

export interface ListOptions {
  /** A listing that was stopped or broke off; what it holds is not read again. */
  readonly resume?: Listing | undefined;
  readonly nameOfLanguage?: (language: string) => string;
  /** After every page. */
  readonly onPage?: (listing: Listing) => void;
  readonly onWait?: (waiting: Waiting | undefined) => void;
  /** Asked before every page. */
  readonly isStopped?: () => boolean;
}

/**
 * Reads what every report's ledger says, a page at a time and within our share of Zendesk's limits. A failure throws the
 * `ServiceError`; what `onPage` was given by then is good to go on with (option `resume`).
 */
export async function listReports(
  { tickets, batches, settings, clock }: ListPorts,
  incidentId: TicketId,
  { resume, nameOfLanguage, onPage = () => {}, onWait = () => {}, isStopped = () => false }: ListOptions = {},
): Promise<Listing> {
  const paced = createPaced({ clock, settings }, onWait);
  const count = async () => (await paced.read(() => tickets.countReports(incidentId))).value;

  async function begin(): Promise<Listing> {
    const asOf = clock.now();
    const { value: problem } = await paced.read(() => tickets.readOne(incidentId));
    const incident = toIncident(problem);
    return { incident, rows: [], total: await count(), asOf, hidden: 0, isWhole: false };
  }

  let listing = resume ?? (await begin());
  const seen = new Set(listing.rows.map(({ id }) => id));
  onPage(listing);
  while (!listing.isWhole && !isStopped()) {
    const page = await withPeople(
      batches,
      paced,
      await paced.answer(() => batches.reports(incidentId, listing.next)),
    );
    const followed = await readFollowUps(
      (ids) => paced.answer(() => tickets.read(ids)),
      listing.incident,
      page.tickets,
    );
    const fresh = toRows({ ...page, tickets: followed.reports }, listing.incident, nameOfLanguage).filter(
      ({ id }) => !seen.has(id),
    );
    for (const { id } of fresh) seen.add(id);
    const rows = [...listing.rows, ...fresh];
    // Some may have been attached or detached meanwhile; only a count made now tells hidden ones from those.
    const total = page.next === undefined && rows.length !== listing.total ? await count() : listing.total;
    const hidden = page.next === undefined ? Math.max(0, total - rows.length) : 0;
    listing = { ...listing, rows, total, hidden, next: page.next, isWhole: page.next === undefined };
    onPage(listing);
  }
  return listing;
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets
const MOST_AT_ONCE = 100;

/**
 * The listing after a broadcast: those who were behind are read again, and those that were `changed`; the others are as they were. `failed` is what the
 * broadcast itself knows of those it did not reach, which no ledger holds.
 */
export async function lookAgain(
  { tickets, batches, settings, clock }: ListPorts,
  listing: Listing,
  failed: readonly Skipped[],
  {
    nameOfLanguage,
    onWait = () => {},
    changed = [],
  }: Pick<ListOptions, 'nameOfLanguage' | 'onWait'> & {
    readonly changed?: readonly TicketId[] | undefined;
  } = {},
): Promise<Listing> {
  const paced = createPaced({ clock, settings }, onWait);
  const { value: problem } = await paced.read(() => tickets.readOne(listing.incident.id));
  const incident = toIncident(problem);
  const newest = incident.update?.n ?? 0;
  const others = new Set(changed);
  const ids = listing.rows.flatMap(({ id, told = -1 }) => (told < newest || others.has(id) ? id : []));
  const fresh = new Map<TicketId, ReportRow | undefined>(ids.map((id) => [id, undefined]));
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
    const found = await paced.answer(() => batches.look(ids.slice(at, at + MOST_AT_ONCE)));
    const page = await withPeople(batches, paced, found);
    const followed = await readFollowUps(
      (some) => paced.answer(() => tickets.read(some)),
      incident,
      page.tickets,
    );
    for (const row of toRows({ ...page, tickets: followed.reports }, incident, nameOfLanguage))
      fresh.set(row.id, row);
  }
  const why = new Map(failed.map((skipped) => [skipped.id, skipped]));
  const rows = listing.rows.flatMap((row) => {
    const now = fresh.has(row.id) ? fresh.get(row.id) : row;
    return now ? { ...now, failed: why.get(now.id) ?? now.failed } : [];
  });
  const { value: total } = await paced.read(() => tickets.countReports(incident.id));
  return { ...listing, incident, rows, total };
}

function toRows(page: ReportPage, incident: Incident, nameOfLanguage: ListOptions['nameOfLanguage']) {
  return page.tickets.flatMap(
    (report) =>
      toReportRow(report, incident.id, page.people.get(report.requesterId ?? 0), nameOfLanguage, incident) ??
      [],
  );
}
