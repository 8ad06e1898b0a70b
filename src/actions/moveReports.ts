import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import type { LeftOut } from '../domain/declaration.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import { toIncident } from '../domain/incident.ts';
import { type Hears, moveItem, planMove, statusOfMove } from '../domain/move.ts';
import { ReplyTooLong } from '../domain/reply.ts';
import { createStatusCare } from '../domain/reportStatus.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type WritePlan, writeMany } from './attachReports.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { createPaced } from './paced.ts';
import { whyNot } from './prepareReply.ts';
import { withPeople } from './withPeople.ts';
import { MACRO_PREFIX } from './writeReply.ts';
import { createReportWriter } from './writeToReport.ts';

export interface MovedMany {
  readonly moved: readonly TicketId[];
  /** Of those that this run has moved: whose customers were written to. */
  readonly told: readonly TicketId[];
  /** Why the others are where they were: a refusal of ours or of Zendesk's, or `unsure` when nobody can know yet. */
  readonly not: readonly LeftOut[];
  /** Why this agent may not; nothing was written. */
  readonly refusal?: BroadcastRefusal | undefined;
}

/** What moving many needs: a part of what telling everyone does. */
export type MovePorts = Pick<
  BroadcastPorts,
  'tickets' | 'batches' | 'replyTexts' | 'settings' | 'clock' | 'brand'
>;

export interface MoveOptions {
  readonly time?: DeskTime;
  readonly onProgress?: (done: number) => void;
  readonly isStopped?: () => boolean;
}

/**
 * Moves many reports from one incident to another in one job for every hundred, by the rules of moving one. What became of
 * a report is in the report: so this may be run again, or by two people at once, and each customer hears of the move once.
 */
export async function moveReports(
  ports: MovePorts,
  fromId: TicketId,
  toId: TicketId,
  ids: readonly TicketId[],
  { time = createDeskTime(), onProgress, isStopped }: MoveOptions = {},
): Promise<MovedMany> {
  const { tickets, batches, settings } = ports;
  const paced = createPaced(ports);
  const statuses = createStatusCare();
  const [{ me: agent, refusal }, macros] = await Promise.all([
    identifyBroadcaster(ports, paced.answer),
    paced.answer(() => tickets.macros(MACRO_PREFIX)).catch(whyNot),
  ]);
  if (refusal) return { moved: [], told: [], not: [], refusal };
  const write = createReportWriter(ports, { agent, macros });
  const read = async (id: TicketId) => toIncident((await paced.read(() => tickets.readOne(id))).value);
  const from = await read(fromId);
  let to = await read(toId);
  const hearing = new Map<TicketId, Hears['what']>();

  const { attached: moved, not } = await writeMany(
    ports,
    paced,
    ids,
    time,
    async (ticket, people): Promise<WritePlan> => {
      const person = people.get(ticket.requesterId ?? 0);
      const plan = planMove(ticket, from, to, { person, priority: settings.attachPriority });
      if (plan.do === 'nothing') return { is: 'done' };
      if (plan.do === 'refuse') return { is: 'refused', because: plan.because };
      hearing.set(ticket.id, plan.hears.what);
      if (plan.hears.what === 'nothing') return { is: 'to do', item: moveItem(plan.change) };
      try {
        const { reply } = await write(to, ticket, people, undefined, true);
        const status = statuses.ask(ticket.id, statusOfMove(to, ticket, settings.reportStatus));
        return { is: 'to do', item: moveItem(plan.change, reply.html, status) };
      } catch (error) {
        if (!(error instanceof ReplyTooLong)) throw error;
        return { is: 'refused', because: 'too long' };
      }
    },
    {
      async withPeople(page) {
        // Nobody hears an update that was overtaken while others were moved.
        to = await read(toId);
        return withPeople(batches, paced, page);
      },
      sift: (results) => statuses.settle(results),
      ...(onProgress && { onProgress }),
      ...(isStopped && { isStopped }),
    },
  );
  return { moved, told: moved.filter((id) => hearing.get(id) === 'move'), not };
}
