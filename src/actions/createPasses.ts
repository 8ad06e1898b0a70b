import { MOST_PER_BATCH, mendItem, tellItem } from '../domain/batch.ts';
import type { Book } from '../domain/book.ts';
import type { DeskTime } from '../domain/deskTime.ts';
import { planPass, type SkipReason } from '../domain/pass.ts';
import { ReplyTooLong } from '../domain/reply.ts';
import { type StatusCare, statusWith } from '../domain/reportStatus.ts';
import type { Results } from '../domain/results.ts';
import { createShares } from '../domain/samePerson.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts, ReportPage } from '../ports/batches.ts';
import type { Agent } from '../ports.ts';
import { makeFollowUp, readFollowUps } from './followUps.ts';
import type { Paced } from './paced.ts';
import { createSender } from './sendBatches.ts';
import { wasTold } from './wasTold.ts';
import type { Newest } from './watchNewest.ts';
import { withPeople } from './withPeople.ts';
import type { ReplySources } from './writeReply.ts';
import { createReportWriter } from './writeToReport.ts';

export interface PassesNeed {
  readonly me: Agent;
  readonly macros: ReplySources['macros'];
  readonly book: Book;
  readonly statuses: StatusCare;
  readonly paced: Paced;
  readonly newest: Newest;
  readonly time: DeskTime;
  /** Asked before every batch, and between pages. */
  readonly mayGoOn: (how?: 'by looking') => Promise<boolean>;
  readonly report: () => void;
}

export interface Passes {
  /** Goes through every report of the incident. */
  all(): Promise<void>;
  /** Goes through these alone. */
  some(ids: readonly TicketId[]): Promise<void>;
}

/** Passes over the reports: each reads them, sends what is to be told, and follows it to its end. */
export function createPasses(ports: BroadcastPorts, need: PassesNeed): Passes {
  const { tickets, batches, settings, clock } = ports;
  const { me, macros, book, statuses, paced, newest, time, mayGoOn, report } = need;
  const write = createReportWriter(ports, { agent: me, macros });
  const shares = createShares(settings.samePerson, book.standingOf);
  const sender = createSender(ports, paced, settle, mayGoOn);

  const list = (cursor?: string) => paced.read(() => batches.reports(newest.incident.id, cursor));

  function settle(results: Parameters<Book['settle']>[0]) {
    book.settle(statuses.settle(results));
    report();
  }

  // Half a text is no answer; the other customers' texts may be shorter.
  const tooLong = (id: TicketId) => (error: unknown) => {
    if (!(error instanceof ReplyTooLong)) throw error;
    settle(refused(id, 'too long'));
  };

  async function tell(ticket: Ticket, { people }: ReportPage) {
    const share = shares.of(ticket);
    if (share.get === 'later') return; // it stays to go, and the next pass knows more
    const first = share.get === 'pointer' ? share.first : undefined;
    const { incident } = newest;
    const written = await write(incident, ticket, people, first).catch(tooLong(ticket.id));
    if (!written) return;
    const status = statuses.ask(ticket.id, statusWith(incident, ticket, settings.reportStatus));
    const urgent = settings.attachPriority;
    await sender.add(tellItem(incident, ticket, written.reply.html, { status, first, urgent }));
  }

  async function follow(ticket: Ticket, { people }: ReportPage) {
    const { incident } = newest;
    const { reply } = await write(incident, ticket, people);
    settle(await makeFollowUp(batches, paced, tickets.read, incident, ticket, reply.html));
  }

  async function take(page: ReportPage, asked: Date) {
    const arrived = clock.now();
    for (const { updatedAt } of page.tickets) time.observe(updatedAt, arrived);
    const read = (ids: readonly TicketId[]) => paced.answer(() => tickets.read(ids));
    const { reports, doubtful } = await readFollowUps(read, newest.incident, page.tickets);
    const pass = planPass(newest.incident, reports, page.people, time.atLeast(asked));
    book.enter(pass);
    shares.take(page.tickets);
    report();
    for (const ticket of pass.tell) await tell(ticket, page);
    for (const ticket of pass.follow) {
      if (doubtful.has(ticket.id)) settle(refused(ticket.id, 'not visible'));
      else if (await mayGoOn()) await follow(ticket, page).catch(tooLong(ticket.id));
      else return;
    }
    // A ledger ahead of us may be another runner's, of an update posted since we looked: that is not for us to mend.
    if (pass.check.length > 0 && !(await mayGoOn('by looking'))) return;
    for (const ticket of pass.check) {
      const { value: isTold } = await paced.read(() => wasTold(tickets, ticket.id, newest.incident));
      if (isTold) await sender.add(mendItem(newest.incident, ticket));
      else await tell(ticket, page);
    }
  }

  return {
    async all() {
      let listing = list();
      for (;;) {
        const listed = await listing;
        const { next } = listed.value;
        // The next page is on its way while this one is told.
        if (next) listing = list(next);
        listing.catch(() => {}); // thrown where it is waited for
        await take(await withPeople(batches, paced, listed.value), listed.asked);
        if (!next || !(await mayGoOn())) break;
      }
      await sender.finish();
    },
    async some(ids) {
      for (let at = 0; at < ids.length && (await mayGoOn()); at += MOST_PER_BATCH) {
        const wanted = ids.slice(at, at + MOST_PER_BATCH);
        const { value: page, asked } = await paced.read(() => batches.look(wanted));
        const found = new Set(page.tickets.map(({ id }) => id));
        book.strike(wanted.filter((id) => !found.has(id))); // deleted: no report any more
        await take(await withPeople(batches, paced, page), asked);
      }
      await sender.finish();
    },
  };
}

function refused(id: TicketId, because: SkipReason): Results {
  return { told: [], again: [], unsure: [], refused: [{ id, because }] };
}
