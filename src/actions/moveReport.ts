import { type BroadcastRefusal, refusalForOne } from '../domain/broadcaster.ts';
import { createDeskTime, type DeskTime, isSettled, SETTLED_MS } from '../domain/deskTime.ts';
import { toIncident } from '../domain/incident.ts';
import { type Hears, type MoveRefusal, moveItem, planMove, statusOfMove } from '../domain/move.ts';
import { ReplyTooLong } from '../domain/reply.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { createPaced } from './paced.ts';
import { whyNot } from './prepareReply.ts';
import { withPeople } from './withPeople.ts';
import { MACRO_PREFIX, type Prepared } from './writeReply.ts';
import { createReportWriter } from './writeToReport.ts';

export type Moved =
  /** `hears` is absent where somebody else has moved it, or a first try did of which no answer came. */
  | { readonly do: 'moved'; readonly hears?: Hears | undefined }
  | { readonly do: 'cannot'; readonly because: MoveRefusal | 'too long' | 'not visible' }
  | ({ readonly do: 'refuse' } & BroadcastRefusal);

/**
 * Moves a report from one incident to another, and tells its customer what changed, in one safe write: it hangs there and
 * they know, or neither. Whoever else does the same at the same moment, or runs it again, tells nobody twice. Throws the
 * `ServiceError` of a write that failed; whether it was applied, another run finds out.
 */
export async function moveReport(
  ports: BroadcastPorts,
  ticketId: TicketId,
  fromId: TicketId,
  toId: TicketId,
  time: DeskTime = createDeskTime(),
): Promise<Moved> {
  const { tickets, batches, clock, settings } = ports;
  const refusal = await refusalOfMe(ports);
  if (refusal) return { do: 'refuse', ...refusal };
  let heard: Hears | undefined;
  const look = () => lookSettled(ports, [ticketId, fromId, toId], time);
  return lookAndWrite(clock, look, async ({ ticket, people, from, to }): Promise<Moved> => {
    if (!ticket) return { do: 'cannot', because: 'not visible' };
    const person = people.get(ticket.requesterId ?? 0);
    const plan = planMove(ticket, from, to, { person, priority: settings.attachPriority });
    if (plan.do === 'nothing') return { do: 'moved', hears: heard };
    if (plan.do === 'refuse') return { do: 'cannot', because: plan.because };
    heard = plan.hears;
    if (plan.hears.what === 'nothing') {
      await batches.sendOne(moveItem(plan.change));
      return { do: 'moved', hears: plan.hears };
    }
    const [agent, macros] = await Promise.all([tickets.me(), tickets.macros(MACRO_PREFIX).catch(whyNot)]);
    const write = createReportWriter(ports, { agent, macros });
    const written = await write(to, ticket, people, undefined, true).catch(tooLong);
    if (!written) return { do: 'cannot', because: 'too long' };
    const { html } = written.reply;
    const status = statusOfMove(to, ticket, settings.reportStatus);
    await batches.sendOne(moveItem(plan.change, html, status)).catch((error: unknown) => {
      // Nothing was written, and a status must not keep anybody from being told.
      if (!status || !(error instanceof ServiceError) || error.trouble !== 'refused') throw error;
      return batches.sendOne(moveItem(plan.change, html));
    });
    return { do: 'moved', hears: plan.hears };
  });
}

/** What the customer would read if the report were moved now, by the function that tells them; `undefined`: nothing. */
export async function previewMove(
  ports: BroadcastPorts,
  ticketId: TicketId,
  fromId: TicketId,
  toId: TicketId,
): Promise<
  { readonly plan: ReturnType<typeof planMove>; readonly prepared?: Prepared | undefined } | undefined
> {
  const { tickets, settings } = ports;
  const { ticket, people, from, to } = await look(ports, [ticketId, fromId, toId]);
  if (!ticket) return undefined;
  const person = people.get(ticket.requesterId ?? 0);
  const plan = planMove(ticket, from, to, { person, priority: settings.attachPriority });
  if (plan.do !== 'move' || plan.hears.what !== 'move') return { plan };
  const [agent, macros] = await Promise.all([tickets.me(), tickets.macros(MACRO_PREFIX).catch(whyNot)]);
  const write = createReportWriter(ports, { agent, macros });
  return { plan, prepared: await write(to, ticket, people, undefined, true) };
}

async function refusalOfMe({ tickets, batches }: BroadcastPorts): Promise<BroadcastRefusal | undefined> {
  const me = await tickets.me();
  return (
    refusalForOne(me, undefined) ??
    (me.roleId === undefined ? undefined : refusalForOne(me, await batches.role(me.roleId)))
  );
}

type Three = readonly [ticket: TicketId, from: TicketId, to: TicketId];

async function look({ tickets, batches, settings, clock }: BroadcastPorts, [ticketId, fromId, toId]: Three) {
  const asked = clock.now();
  const paced = createPaced({ clock, settings });
  const { tickets: found, people } = await withPeople(batches, paced, await batches.look([ticketId]));
  // In this order: what a ledger says is never newer than the incidents are.
  const problems = await Promise.all([tickets.readOne(fromId), tickets.readOne(toId)]);
  const [from, to] = problems.map(toIncident) as [
    ReturnType<typeof toIncident>,
    ReturnType<typeof toIncident>,
  ];
  return { ticket: found[0], people, from, to, stamps: [...found, ...problems], asked };
}

const MOST_WAITS = 5;

/** The same, once the ticket's stamp tells what was read from every later state: a safe write on it is safe indeed. */
async function lookSettled(ports: BroadcastPorts, ids: Three, time: DeskTime) {
  const { clock } = ports;
  for (let waits = 0; ; waits += 1) {
    const looked = await look(ports, ids);
    for (const { updatedAt } of looked.stamps) time.observe(updatedAt, clock.now());
    if (!looked.ticket || isSettled(looked.ticket, time.atLeast(looked.asked))) return looked;
    if (waits === MOST_WAITS) throw new ServiceError('Zendesk', 'outdated');
    await clock.pause(SETTLED_MS);
  }
}

// Half a text is no answer.
function tooLong(error: unknown): undefined {
  if (!(error instanceof ReplyTooLong)) throw error;
}
