import { MOST_PER_BATCH } from '../domain/batch.ts';
import { createDeskTime, type DeskTime, isSettled, SETTLED_MS } from '../domain/deskTime.ts';
import { toIncident } from '../domain/incident.ts';
import type { Skipped } from '../domain/pass.ts';
import type { Results } from '../domain/results.ts';
import { planRestoring } from '../domain/running.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts, ReportPage } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { createPaced } from './paced.ts';
import { createSender } from './sendBatches.ts';

export interface Restored {
  /** `running`: the incident is not over, or not any more; what was put back by then stays. */
  readonly end: 'done' | 'running';
  readonly restored: number;
  /** Zendesk would not take it for these. */
  readonly refused: readonly Skipped[];
}

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>;

const MOST_PASSES = 6;
// A page with its jobs takes no longer than this, unless Zendesk is ill.
const LAST_MS = 45_000;

/**
 * Gives every report of an incident that is over its priority back, and takes the tag away that kept it from auto-solve: a
 * request for every hundred to read them, and two and a job where there is something to write. A ticket that somebody
 * changes meanwhile is read again before it is written. Doing it twice does nothing twice. Throws a `ServiceError` that
 * wrote nothing more when it can't be done by `until`.
 */
export async function restoreReports(
  { tickets, batches, settings, clock }: Needs,
  incidentId: TicketId,
  { until, time = createDeskTime() }: { until?: Date; time?: DeskTime } = {},
): Promise<Restored> {
  const paced = createPaced({ clock, settings });
  const refused: Skipped[] = [];
  let restored = 0;
  let open = new Set<TicketId>();
  const settle = (results: Results) => {
    restored += results.told.length;
    refused.push(...results.refused);
    for (const id of [...results.again, ...results.unsure]) open.add(id);
    for (const id of [...results.told, ...results.refused.map((each) => each.id)]) open.delete(id);
  };
  const sender = createSender({ batches, clock }, paced, settle, async () => true);

  /** False once the incident runs again: asked after the page was read, so that what it says holds for the stamps. */
  async function take(page: ReportPage, asked: Date): Promise<boolean> {
    for (const { updatedAt } of page.tickets) time.observe(updatedAt, clock.now());
    const plans = page.tickets.flatMap((ticket) => {
      const plan = ticket.problemId === incidentId ? planRestoring(ticket) : undefined;
      return plan ? [{ ticket, plan }] : [];
    });
    if (plans.length === 0) return true;
    const problem = await paced.answer(() => tickets.readOne(incidentId));
    if (!toIncident(problem).isOver) return false;
    for (const { ticket, plan } of plans) {
      const { id } = ticket;
      if (!isSettled(ticket, time.atLeast(asked))) open.add(id);
      else await sender.add({ ticket, fields: {}, ...plan, note: { did: 'restore', incident: incidentId } });
    }
    return true;
  }

  function hurry() {
    if (until && clock.now().getTime() > until.getTime() - LAST_MS)
      throw new ServiceError('Zendesk', 'timed out', { isRead: true });
  }

  let cursor: string | undefined;
  do {
    hurry();
    const { value: page, asked } = await paced.read(() => batches.reports(incidentId, cursor));
    if (!(await take(page, asked))) return { end: 'running', restored, refused };
    cursor = page.next;
  } while (cursor);
  await sender.finish();
  for (let pass = 1; open.size > 0; pass += 1) {
    if (pass > MOST_PASSES) throw new ServiceError('Zendesk', 'outdated');
    await paced.pause('settling', SETTLED_MS);
    const wanted = [...open];
    open = new Set();
    for (let at = 0; at < wanted.length; at += MOST_PER_BATCH) {
      hurry();
      const part = wanted.slice(at, at + MOST_PER_BATCH);
      const { value: page, asked } = await paced.read(() => batches.look(part));
      if (!(await take(page, asked))) return { end: 'running', restored, refused };
    }
    await sender.finish();
  }
  return { end: 'done', restored, refused };
}
