import type { Tally } from '../domain/book.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import { mayTouch } from '../domain/drill.ts';
import { type Incident, newestUpdate } from '../domain/incident.ts';
import { planPass } from '../domain/pass.ts';
import { type Receipt, readRecord } from '../domain/record.ts';
import { countReasons } from '../domain/telling.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withReceipt, withReview } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { readSettled } from './claimUpdate.ts';
import { doubtAfter, mayHaveWorked } from './mayHaveWorked.ts';
import { createPaced, type Paced } from './paced.ts';
import { withPeople } from './withPeople.ts';

export type Finished =
  | { readonly do: 'finished'; readonly isSolved: boolean }
  /** Somebody can still be told, by this agent or (`hidden`) by one who sees more tickets, so the incident stays open. */
  | {
      readonly do: 'not yet';
      readonly behind: number;
      readonly hidden: number;
      /** Tickets that hang on a drill and take no part in it: solving it would solve them too. */
      readonly outside?: number | undefined;
    }
  | { readonly do: 'overtaken' }
  | { readonly do: 'refuse'; readonly because: 'record' };

const MOST_TRIES = 6;
const BETWEEN_TRIES_MS = 1_000;

/**
 * Writes down how a broadcast fared, and solves the incident's ticket after *resolved*: last of all, and only when
 * nobody is left who could be told, because Zendesk solves every report with it. Doing it twice does nothing twice.
 */
export async function finishUpdate(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  tally: Tally,
  time: DeskTime = createDeskTime(),
): Promise<Finished> {
  const { tickets, batches, clock } = ports;
  const paced = createPaced(ports);
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      const { problem, incident } = await readSettled(ports, paced, incidentId, time);
      if (incident.recordTrouble) return { do: 'refuse', because: 'record' };
      if (newestUpdate(incident) !== n || incident.mergedInto) return { do: 'overtaken' };
      const receipt = receiptOf(tally, n, clock.now());
      const written = withReceipt(problem.fields.allclear_record, receipt, problem.createdAt);
      if (written.state === 'unreadable') return { do: 'refuse', because: 'record' };
      const isSent = incident.update?.rca !== undefined;
      if (!holds(problem.fields.allclear_record, receipt) && (isSent || !incident.isOver)) {
        await paced.once(() =>
          batches.write(problem, {
            fields: { allclear_record: isSent ? asSent(written.text, incident) : written.text },
            note: { did: 'summary', ...receipt },
          }),
        );
        if (incident.stage === 'resolved' && !isSent) continue; // a fresh stamp for what follows
      }
      if (incident.stage !== 'resolved' || isSent) return { do: 'finished', isSolved: false };
      if (incident.isOver) return { do: 'finished', isSolved: true };
      const left = await countLeft(ports, paced, incident, time, tally);
      if (left.behind + left.hidden + (left.outside ?? 0) > 0) return { do: 'not yet', ...left };
      // Without a comment: Zendesk copies one to every report, perhaps for the customer to see.
      // https://support.zendesk.com/hc/en-us/articles/4408835103898
      const assigneeId = problem.assigneeId ?? (await paced.once(() => tickets.me())).id;
      await paced.once(() =>
        batches.write(problem, { status: 'solved', assigneeId, note: { did: 'solve', n } }),
      );
      return { do: 'finished', isSolved: true };
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

// Whoever was to get the RCA has it now, or a reason.
function asSent(text: string, { review }: Incident): string {
  const written = withReview(text, { ...(review ?? {}), state: 'sent' }, '');
  return written.state === 'written' ? written.text : text;
}

/** Reads every ledger anew: what is about to happen can't be taken back. */
async function countLeft(
  { tickets, batches }: BroadcastPorts,
  paced: Paced,
  incident: Incident,
  time: DeskTime,
  { skipped }: Tally,
): Promise<{ readonly behind: number; readonly hidden: number; readonly outside?: number }> {
  const refused = new Set(skipped.map(({ id }) => id));
  let behind = 0;
  let outside = 0;
  let seen = 0;
  let cursor: string | undefined;
  do {
    const { value, asked } = await paced.read(() => batches.reports(incident.id, cursor));
    const page = await withPeople(batches, paced, value);
    const { tell, wait, check } = planPass(incident, page.tickets, page.people, time.atLeast(asked));
    const open = [...tell.map(({ id }) => id), ...wait, ...check.map(({ id }) => id)];
    behind += open.filter((id) => !refused.has(id)).length;
    outside += page.tickets.filter((each) => each.status !== 'closed' && !mayTouch(incident, each)).length;
    seen += page.tickets.length;
    cursor = page.next;
  } while (cursor);
  const { value: count } = await paced.read(() => tickets.countReports(incident.id));
  return { behind, hidden: Math.max(0, count - seen), ...(outside > 0 && { outside }) };
}

function receiptOf({ total, told, skipped, hidden }: Tally, n: number, now: Date): Receipt {
  const outcome = told < total ? 'some not told' : 'told';
  return {
    channel: 'tickets',
    n,
    outcome,
    at: now.toISOString(),
    total,
    told,
    skipped: countReasons(skipped, hidden),
  };
}

function holds(text: string | undefined, receipt: Receipt): boolean {
  const read = readRecord(text);
  if (read.state !== 'read') return false;
  return read.record.receipts.some((each) => says(each) === says(receipt));
}

function says({ channel, n, outcome, total, told, skipped }: Receipt): string {
  return JSON.stringify([channel, n, outcome, total, told, skipped]);
}
