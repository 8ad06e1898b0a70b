import type { DeskTime } from '../domain/deskTime.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import { type MergeRefusal, mergeNote, planAbsorb, planMerge } from '../domain/merge.ts';
import { type IncidentRecord, readRecord } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { withMerge } from '../domain/writeRecord.ts';
import type { BroadcastPorts, ProblemChange } from '../ports/batches.ts';
import { changeProblem, type Decided } from './changeProblem.ts';

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>;

/**
 * Writes into both records that one incident was merged into the other, each in a safe write: first into the one that
 * goes, so that nothing is posted to it any more. Of two people who merge them into each other at the same moment one is
 * refused. Nothing is moved before both records say the same.
 */
export async function claimMerge(
  ports: Needs,
  fromId: TicketId,
  intoId: TicketId,
  me: { readonly id: number; readonly name: string },
  time: DeskTime,
): Promise<'claimed' | MergeRefusal> {
  const into = toIncident(await ports.tickets.readOne(intoId));
  const at = ports.clock.now().toISOString();
  const claim = await changeProblem<'claimed' | MergeRefusal>(
    ports,
    fromId,
    (from, problem) => {
      const plan = planMerge(from, into);
      if (plan.do === 'refuse') return { done: plan.because };
      if (plan.do === 'go on') return { done: 'claimed' };
      const merged = { into: intoId, at, by: { id: me.id, name: me.name } };
      return write(problem, { merged }, 'claimed', 'record', {
        fields: { allclear_next_update: '' },
        internalNote: mergeNote(intoId, true),
        note: { did: 'merge', into: intoId },
      });
    },
    time,
  );
  if (claim !== 'claimed') return claim;
  const { merges = [] } = toIncident(await ports.tickets.readOne(fromId));
  const absorbed = await changeProblem<'absorbed' | 'give up'>(
    ports,
    intoId,
    (incident, problem) => {
      const plan = planAbsorb(fromId, incident);
      if (plan !== 'absorb') return { done: plan };
      const all = [...new Set([...(incident.merges ?? []), fromId, ...merges])];
      return write(problem, { merged: undefined, merges: all }, 'absorbed', 'give up', {
        internalNote: mergeNote(fromId, false),
        note: { did: 'merge', from: fromId },
      });
    },
    time,
  );
  if (absorbed === 'absorbed') return 'claimed';
  await giveUp(ports, fromId, intoId, time);
  return into.isOver ? 'target over' : 'target merged';
}

/** Takes back that the incident was merged, before anything was moved. */
async function giveUp(ports: Needs, fromId: TicketId, intoId: TicketId, time: DeskTime): Promise<void> {
  await changeProblem(
    ports,
    fromId,
    (from: Incident, problem) =>
      from.mergedInto === intoId
        ? write(problem, { merged: undefined }, undefined, undefined, {
            note: { did: 'merge', notInto: intoId },
          })
        : { done: undefined },
    time,
  );
}

/** The end of a merge: everything that could be moved has been, so solving the ticket solves no report along with it. */
export async function endMerge(ports: Needs, fromId: TicketId, me: number, time: DeskTime): Promise<void> {
  await changeProblem(
    ports,
    fromId,
    (incident, problem) => {
      const read = readRecord(problem.fields.allclear_record);
      const merged = read.state === 'read' ? read.record.merged : undefined;
      if (!merged || incident.isOver) return { done: undefined };
      const done = ports.clock.now().toISOString();
      // Without a comment: Zendesk copies one to whatever hangs on it.
      return write(problem, { merged: { ...merged, done } }, undefined, undefined, {
        status: 'solved',
        assigneeId: problem.assigneeId ?? me,
        note: { did: 'solve', mergedInto: merged.into },
      });
    },
    time,
  );
}

function write<T>(
  problem: Ticket,
  merge: Pick<IncidentRecord, 'merged' | 'merges'>,
  answer: T,
  otherwise: T,
  change: ProblemChange,
): Decided<T> {
  const record = withMerge(problem.fields.allclear_record, merge, problem.createdAt);
  if (record.state === 'unreadable' || problem.status === 'closed') return { done: otherwise };
  return { write: { ...change, fields: { ...change.fields, allclear_record: record.text } }, answer };
}
