import { planAttach } from '../domain/attach.ts';
import type { BatchItem } from '../domain/batch.ts';
import { MOST_PER_BATCH } from '../domain/batch.ts';
import type { LeftOut } from '../domain/declaration.ts';
import { createDeskTime, type DeskTime, isSettled, SETTLED_MS } from '../domain/deskTime.ts';
import { toIncident } from '../domain/incident.ts';
import type { Results } from '../domain/results.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { ReportPage } from '../ports/batches.ts';
import type { Needs } from './changeDeclaration.ts';
import { createPaced, type Paced } from './paced.ts';
import { createSender } from './sendBatches.ts';

export interface AttachedMany {
  readonly attached: readonly TicketId[];
  /** Why the others are not: a refusal of ours or of Zendesk's, or `unsure` when nobody can know yet. */
  readonly not: readonly LeftOut[];
}

const MOST_PASSES = 6;

/**
 * Attaches many tickets to an incident in one job for every hundred, by the rules of attaching one. Whatever is unsure is
 * looked at again before it is written again, so that it is harmless to run this twice, or by two people at once.
 */
export async function attachReports(
  ports: Needs,
  incidentId: TicketId,
  ids: readonly TicketId[],
  time: DeskTime = createDeskTime(),
): Promise<AttachedMany> {
  const { settings } = ports;
  const paced = createPaced(ports);
  const incident = toIncident((await paced.read(() => ports.tickets.readOne(incidentId))).value);
  return writeMany(ports, paced, ids, time, (ticket) => {
    const plan = planAttach(ticket, incident, { priority: settings.attachPriority });
    if (plan.do === 'nothing') return { is: 'done' };
    if (plan.do === 'refuse') return { is: 'refused', because: plan.because };
    if (plan.do === 'ask') return { is: 'refused', because: 'elsewhere', detail: `#${plan.attachedTo}` };
    const { priority, tags, was } = plan;
    return {
      is: 'to do',
      item: {
        ticket,
        type: 'incident',
        problemId: incidentId,
        ...(priority && { priority }),
        tags,
        fields: incident.jiraKey ? { allclear_jira: incident.jiraKey } : {},
        note: { did: 'attach', incident: incidentId, was, ...(priority && { set: priority }) },
      },
    };
  });
}

/** What is to be written on a ticket, if anything. */
export type WritePlan =
  | { readonly is: 'done' }
  | { readonly is: 'refused'; readonly because: string; readonly detail?: string }
  | { readonly is: 'to do'; readonly item: BatchItem };

export interface WriteManyOptions {
  /** Who asked, where `plan` wants to know. */
  readonly withPeople?: (page: ReportPage) => Promise<ReportPage>;
  /** What is to be made of what became of a batch. */
  readonly sift?: (results: Results) => Results;
  /** After every batch. */
  readonly onProgress?: (done: number) => void;
  /** Asked before every batch; what was sent by then stays sent. */
  readonly isStopped?: () => boolean;
}

/** Brings tickets to where `plan` has nothing more to do: reads them, writes what is to be written, and looks again. */
export async function writeMany(
  ports: Needs,
  paced: Paced,
  ids: readonly TicketId[],
  time: DeskTime,
  plan: (ticket: Ticket, people: ReportPage['people']) => WritePlan | Promise<WritePlan>,
  {
    withPeople = async (page) => page,
    sift = (results) => results,
    onProgress,
    isStopped = () => false,
  }: WriteManyOptions = {},
): Promise<AttachedMany> {
  const { batches, clock } = ports;
  const attached = new Set<TicketId>();
  const not = new Map<TicketId, LeftOut>();
  const open = new Set(ids);

  const leave = (left: LeftOut) => {
    open.delete(left.id);
    not.set(left.id, left);
  };
  const finish = (id: TicketId) => {
    open.delete(id);
    attached.add(id);
  };
  const settle = (results: Results) => {
    const { told, refused } = sift(results);
    for (const id of told) finish(id);
    for (const { id, because, detail } of refused) leave({ id, because, ...(detail && { detail }) });
    onProgress?.(attached.size + not.size);
  };

  for (let pass = 1; open.size > 0 && pass <= MOST_PASSES && !isStopped(); pass += 1) {
    const sender = createSender(ports, paced, settle, async () => !isStopped());
    let isWaiting = false;
    const wanted = [...open];
    for (let at = 0; at < wanted.length; at += MOST_PER_BATCH) {
      const part = wanted.slice(at, at + MOST_PER_BATCH);
      if (isStopped()) break;
      const { value, asked } = await paced.read(() => batches.look(part));
      const page = await withPeople(value);
      for (const { updatedAt } of page.tickets) time.observe(updatedAt, clock.now());
      const found = new Set(page.tickets.map(({ id }) => id));
      for (const id of part) if (!found.has(id)) leave({ id, because: 'not visible' });
      for (const ticket of page.tickets) {
        const next = await plan(ticket, page.people);
        if (next.is === 'done') finish(ticket.id);
        else if (next.is === 'refused')
          leave({ id: ticket.id, because: next.because, ...(next.detail && { detail: next.detail }) });
        else if (isSettled(ticket, time.atLeast(asked))) await sender.add(next.item);
        else isWaiting = true;
      }
    }
    await sender.finish();
    if (isWaiting) await paced.pause('settling', SETTLED_MS);
  }
  for (const id of open) not.set(id, { id, because: 'unsure' });
  return { attached: [...attached], not: [...not.values()] };
}
