import { mendItem, tellItem } from '../domain/batch.ts';
import { type BroadcastRefusal, refusalForOne } from '../domain/broadcaster.ts';
import { createDeskTime, type DeskTime, SETTLED_MS } from '../domain/deskTime.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import { type SkipReason, verdictOn } from '../domain/pass.ts';
import { ReplyTooLong } from '../domain/reply.ts';
import { statusWith } from '../domain/reportStatus.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { makeFollowUp, readFollowUps } from './followUps.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { createPaced } from './paced.ts';
import { whyNot } from './prepareReply.ts';
import { wasTold } from './wasTold.ts';
import { withPeople } from './withPeople.ts';
import { MACRO_PREFIX } from './writeReply.ts';
import { createReportWriter } from './writeToReport.ts';

export type ToldOne =
  | { readonly do: 'told' | 'already told'; readonly n: number }
  | { readonly do: 'cannot'; readonly because: CannotTell }
  | ({ readonly do: 'refuse' } & BroadcastRefusal);

/** Why this customer is not told; nothing was written. */
export type CannotTell = SkipReason | 'not attached' | 'no update' | 'record' | 'incident merged';

export interface TellOneOptions {
  /** What is known of the desk's time saves a wait of two seconds. */
  readonly time?: DeskTime;
}

/**
 * Brings the incident's newest update to one report, never the ones before it: by the rules of a broadcast and with the
 * same safe write, so that it may run beside one, or beside itself, and the customer hears it once. Throws the
 * `ServiceError` of a write that failed; whether it was applied, another run finds out.
 */
export async function tellOne(
  ports: BroadcastPorts,
  incidentId: TicketId,
  reportId: TicketId,
  { time = createDeskTime() }: TellOneOptions = {},
): Promise<ToldOne> {
  const { tickets, batches, clock } = ports;
  const me = await tickets.me();
  const refusal =
    refusalForOne(me, undefined) ??
    (me.roleId === undefined ? undefined : refusalForOne(me, await batches.role(me.roleId)));
  if (refusal) return { do: 'refuse', ...refusal };

  const look = () => lookSettled(ports, incidentId, reportId, time);
  return lookAndWrite(clock, look, async ({ incident, report, people, verdict }, tries): Promise<ToldOne> => {
    const n = newestUpdate(incident);
    if (incident.recordTrouble) return { do: 'cannot', because: 'record' };
    if (incident.mergedInto) return { do: 'cannot', because: 'incident merged' };
    if (!incident.update) return { do: 'cannot', because: 'no update' };
    if (!report || verdict === 'gone')
      return { do: 'cannot', because: report ? 'not attached' : 'not visible' };
    if (verdict === 'told') return { do: tries > 1 ? 'told' : 'already told', n };
    if (verdict === 'check' && (await wasTold(tickets, reportId, incident))) {
      await batches.sendOne(mendItem(incident, report));
      return { do: 'already told', n };
    }
    if (verdict !== 'tell' && verdict !== 'check' && verdict !== 'follow')
      return { do: 'cannot', because: verdict };
    const macros = await tickets.macros(MACRO_PREFIX).catch(whyNot);
    const write = createReportWriter(ports, { agent: me, macros });
    const written = await write(incident, report, people).catch(tooLong);
    if (!written) return { do: 'cannot', because: 'too long' };
    const { html } = written.reply;
    if (verdict === 'follow') return followOne(ports, incident, report, html);
    const { reportStatus, attachPriority: urgent } = ports.settings;
    const status = statusWith(incident, report, reportStatus);
    await batches.sendOne(tellItem(incident, report, html, { status, urgent })).catch((error: unknown) => {
      // Nothing was written, and a status must not keep anybody from being told.
      if (!status || !(error instanceof ServiceError) || error.trouble !== 'refused') throw error;
      return batches.sendOne(tellItem(incident, report, html, { urgent }));
    });
    return { do: 'told', n };
  });
}

async function followOne(
  ports: BroadcastPorts,
  incident: Incident,
  report: Ticket,
  html: string,
): Promise<ToldOne> {
  const { batches, tickets } = ports;
  const made = await makeFollowUp(batches, createPaced(ports), tickets.read, incident, report, html);
  const [refused] = made.refused;
  if (refused) return { do: 'cannot', because: refused.because };
  // Whoever looks again finds the ticket, if it was made.
  if (made.unsure.length > 0) throw new ServiceError('Zendesk', 'unreachable');
  return { do: 'told', n: newestUpdate(incident) };
}

const MOST_WAITS = 5;

/** The report and then its incident, read when the report's stamp told it from every later state. */
async function lookSettled(
  { tickets, batches, settings, clock }: BroadcastPorts,
  incidentId: TicketId,
  reportId: TicketId,
  time: DeskTime,
) {
  const paced = createPaced({ clock, settings });
  for (let waits = 0; ; waits += 1) {
    const asked = clock.now();
    const { tickets: found, people } = await withPeople(batches, paced, await batches.look([reportId]));
    // In this order: a ledger that is ahead of the incident was edited, and is not a newer update's.
    const problem = await tickets.readOne(incidentId);
    for (const ticket of [problem, ...found]) time.observe(ticket.updatedAt, clock.now());
    const incident = toIncident(problem);
    const { reports, doubtful } = await readFollowUps(tickets.read, incident, found);
    const [report] = reports;
    const person = people.get(report?.requesterId ?? 0);
    const isKnown = report && !doubtful.has(report.id);
    const verdict = isKnown ? verdictOn(report, incident, person, time.atLeast(asked)) : 'not visible';
    if (verdict !== 'wait') return { incident, report, people, verdict };
    if (waits === MOST_WAITS) throw new ServiceError('Zendesk', 'outdated');
    await clock.pause(SETTLED_MS);
  }
}

// Half a text is no answer.
function tooLong(error: unknown): undefined {
  if (!(error instanceof ReplyTooLong)) throw error;
}
