import type { Incident } from '../domain/incident.ts';
import { NO_INCIDENT_TAG, type PossibleIncident, toHeard, toPossible } from '../domain/spotting.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { createPaced } from './paced.ts';

/** What the tickets of the last day say together. */
export interface Spotted {
  /** What most customers speak of first. */
  readonly possible: readonly PossibleIncident[];
  /** How many tickets were compared. */
  readonly compared: number;
  /** Since when they were all read: a busy account has more of them than may be read. */
  readonly since: Date;
  readonly asOf: Date;
}

type Needs = Pick<BroadcastPorts, 'tickets' | 'problems' | 'grouping' | 'clock' | 'settings'>;

const HOUR_MS = 3_600_000;
/** How far back to read: what comes every day has come once by then. */
export const READ_BACK_HOURS = 24;
// https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/: no more than 1,000 results.
const MOST_PAGES = 10;
// Zendesk's index lags by minutes: what was made shortly before the last look may be new to this one.
const INDEX_LAG_MS = 15 * 60_000;
const MOST_READ_AGAIN = 100;

/**
 * Looks for tickets that say the same. The first look reads the last day, ten pages at most; every further one what is new, one
 * page as a rule, and the tickets of the groups it found, so that nobody is shown what a colleague has dealt with. Throws a
 * `ServiceError`; what was read before it is kept.
 */
export function createSpotter(ports: Needs): (running: readonly Incident[]) => Promise<Spotted> {
  const { tickets, problems, clock } = ports;
  const known = new Map<TicketId, Ticket>();
  let readUntil: Date | undefined;
  /** Of those before it some were never read. */
  let wholeSince = new Date(0);

  async function readNew(now: Date) {
    const paced = createPaced(ports);
    const dayAgo = new Date(now.getTime() - READ_BACK_HOURS * HOUR_MS);
    const since = readUntil
      ? new Date(Math.max(dayAgo.getTime(), readUntil.getTime() - INDEX_LAG_MS))
      : dayAgo;
    if (!readUntil)
      for (const ticket of await paced.once(() => problems.tagged(NO_INCIDENT_TAG)))
        known.set(ticket.id, ticket);
    const read: Ticket[] = [];
    let hasMore = true;
    for (let page = 1; hasMore && page <= MOST_PAGES; page += 1) {
      const found = await paced.once(() => problems.recent(since, page));
      read.push(...found.tickets);
      hasMore = found.more && found.tickets.length > 0;
    }
    for (const ticket of read) known.set(ticket.id, ticket);
    const oldest = read.at(-1);
    if (hasMore && oldest) wholeSince = new Date(oldest.createdAt);
    readUntil = now;
    for (const [id, { createdAt, tags }] of known)
      if (Date.parse(createdAt) < dayAgo.getTime() && !tags.includes(NO_INCIDENT_TAG)) known.delete(id);
  }

  async function group(now: Date) {
    const finder = await ports.grouping();
    return finder.find(
      [...known.values()].flatMap((ticket) => toHeard(ticket) ?? []),
      now,
    );
  }

  return async (running) => {
    const now = clock.now();
    await readNew(now);
    let groups = await group(now);
    const members = groups.flatMap(({ tickets: ids }) => ids).slice(0, MOST_READ_AGAIN);
    if (members.length > 0) {
      const read = await createPaced(ports).once(() => tickets.read(members));
      const isChanged = read.some((ticket) => isOther(ticket, known.get(ticket.id)));
      const seen = new Set(read.map(({ id }) => id));
      for (const id of members) if (!seen.has(id)) known.delete(id);
      for (const ticket of read) known.set(ticket.id, ticket);
      if (isChanged || seen.size < members.length) groups = await group(now);
    }
    return {
      possible: groups.map((each) => toPossible(each, known, running)),
      compared: known.size,
      since: new Date(Math.max(wholeSince.getTime(), now.getTime() - READ_BACK_HOURS * HOUR_MS)),
      asOf: now,
    };
  };
}

// A stamp does not tell: an index may show a new one beside old values.
function isOther(ticket: Ticket, before: Ticket | undefined): boolean {
  return JSON.stringify(toHeard(ticket)) !== JSON.stringify(before && toHeard(before));
}
