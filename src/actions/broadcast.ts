import { MOST_PER_BATCH, mendItem, tellItem } from '../domain/batch.ts';
import { createDeskTime, type DeskTime, SETTLED_MS } from '../domain/deskTime.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import { planPass } from '../domain/pass.ts';
import type { Results } from '../domain/results.ts';
import { type Book, type Tally, tallyOf, unfinished } from '../domain/tally.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts, ReportPage } from '../ports.ts';
import { createPaced, type Waiting } from './paced.ts';
import { whyNot } from './prepareReply.ts';
import { createSender } from './sendBatches.ts';
import { wasTold } from './wasTold.ts';
import { createReplyWriter, MACRO_PREFIX } from './writeReply.ts';

export interface Progress extends Tally {
  readonly n: number;
  readonly waiting?: Waiting | undefined;
}

export interface BroadcastOptions {
  readonly brand?: { readonly id?: number | undefined; readonly name?: string | undefined };
  readonly time?: DeskTime;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked before every batch; what was sent by then stays sent. */
  readonly isStopped?: () => boolean;
}

export interface Broadcast extends Tally {
  /**
   * `done`: everybody is told or has a reason. `overtaken`: a newer update was posted, or none is. `unfinished`: some
   * reports kept changing, or Zendesk kept failing them; running again goes on with those.
   */
  readonly end: 'done' | 'stopped' | 'overtaken' | 'unfinished' | 'not allowed';
}

const MOST_PASSES = 12;
const MOST_REFUSALS = 3;
const NEWEST_KNOWN_MS = 20_000;

/**
 * Brings update `n` to every report that was not told it: reads, writes in jobs, and goes on with those alone who were
 * not reached. All it knows is in the tickets, so anybody's app can run it again, or at the same time, at any moment.
 */
export async function broadcast(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  {
    brand = {},
    time = createDeskTime(),
    onProgress = () => {},
    isStopped = () => false,
  }: BroadcastOptions = {},
): Promise<Broadcast> {
  const { tickets, batches, replyTexts, settings, clock } = ports;
  const book: Book = new Map();
  const refusals = new Map<TicketId, number>();
  let waiting: Waiting | undefined;
  let hidden = 0;
  let halt: 'stopped' | 'overtaken' | undefined;
  const report = () => onProgress({ n, ...tallyOf(book, hidden), waiting });
  const paced = createPaced(clock, (next) => {
    waiting = next;
    report();
  });
  const end = (how: Broadcast['end']): Broadcast => ({ end: how, ...tallyOf(book, hidden) });

  let incident: Incident;
  let newestAt = 0;
  const readNewest = async () => {
    const { value: problem } = await paced.read(() => tickets.readOne(incidentId));
    newestAt = clock.now().getTime();
    time.observe(problem.updatedAt, clock.now());
    incident = toIncident(problem);
    return newestUpdate(incident) === n;
  };
  const mayGoOn = async () => {
    if (isStopped()) halt = 'stopped';
    else if (clock.now().getTime() - newestAt > NEWEST_KNOWN_MS && !(await readNewest())) halt = 'overtaken';
    return halt === undefined;
  };

  const { value: me } = await paced.read(() => tickets.me());
  if (me.isLight || me.isRestricted) return end('not allowed');
  if (!(await readNewest())) return end('overtaken');
  const macros = await paced.read(() => tickets.macros(MACRO_PREFIX)).then(({ value }) => value, whyNot);
  const write = createReplyWriter({ macros, replyTexts, fallback: settings.replyLanguage, agent: me });
  const sender = createSender(ports, paced, settle, mayGoOn);

  function settle({ told, again, refused, unsure }: Results) {
    for (const id of told) book.set(id, { is: 'told' });
    for (const id of again) book.set(id, { is: 'to go' });
    for (const id of unsure) book.set(id, { is: 'unsure' });
    for (const why of refused) {
      const times = (refusals.get(why.id) ?? 0) + 1;
      refusals.set(why.id, times);
      // What Zendesk names is final; a failure without a name is tried again first.
      const isFinal = why.because !== 'refused' || times >= MOST_REFUSALS;
      book.set(why.id, isFinal ? { is: 'skipped', why } : { is: 'to go' });
    }
    report();
  }

  async function take({ tickets: reports, people }: ReportPage, asked: Date) {
    const arrived = clock.now();
    for (const { updatedAt } of reports) time.observe(updatedAt, arrived);
    const pass = planPass(incident, reports, people, time.atLeast(asked));
    for (const id of pass.told) book.set(id, { is: 'told' });
    for (const why of pass.skip) book.set(why.id, { is: 'skipped', why });
    for (const id of pass.gone) book.delete(id);
    for (const id of [...pass.wait, ...pass.tell.map(({ id }) => id), ...pass.check.map(({ id }) => id)])
      book.set(id, { is: 'to go' });
    report();
    for (const ticket of pass.tell) await tell(ticket);
    for (const ticket of pass.check) {
      if (halt) return;
      const { value: isTold } = await paced.read(() => wasTold(tickets, ticket.id, incident));
      if (isTold) await sender.add(mendItem(incident, ticket));
      else await tell(ticket);
    }

    async function tell(ticket: Ticket) {
      const customer = people.get(ticket.requesterId ?? 0) ?? { name: '' };
      const name = ticket.brandId === brand.id ? (brand.name ?? '') : '';
      const { reply } = await write(incident, ticket, customer, { name }, clock.now());
      await sender.add(tellItem(incident, ticket, reply.html));
    }
  }

  async function list() {
    let cursor: string | undefined;
    do {
      const { value: page, asked } = await paced.read(() => batches.reports(incidentId, cursor));
      await take(page, asked);
      cursor = page.next;
    } while (cursor && !halt);
    await sender.finish();
  }

  async function again(ids: readonly TicketId[]) {
    for (let at = 0; at < ids.length && !halt; at += MOST_PER_BATCH) {
      const some = ids.slice(at, at + MOST_PER_BATCH);
      const { value: page, asked } = await paced.read(() => batches.look(some));
      const found = new Set(page.tickets.map(({ id }) => id));
      for (const id of some) if (!found.has(id)) book.delete(id); // deleted: no report any more
      await take(page, asked);
    }
    await sender.finish();
  }

  await list();
  for (let pass = 1; ; pass += 1) {
    if (halt) return end(halt);
    const ids = unfinished(book);
    if (ids.length > 0) {
      if (pass > MOST_PASSES) return end('unfinished');
      await paced.pause('settling', SETTLED_MS * Math.min(pass, 5));
      if (!(await readNewest())) return end('overtaken');
      await again(ids);
      continue;
    }
    const { value: count } = await paced.read(() => tickets.countReports(incidentId));
    const before = book.size;
    if (count === before + hidden || pass > MOST_PASSES) return end('done');
    if (!(await readNewest())) return end('overtaken');
    await list();
    // Reports that the agent can't see are counted by Zendesk, and listed for nobody.
    if (book.size === before && unfinished(book).length === 0) hidden = Math.max(0, count - before);
  }
}
