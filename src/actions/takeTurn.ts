import { readRecord } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import { isHeld, TURN_MS } from '../domain/turn.ts';
import { withTurn } from '../domain/writeRecord.ts';
import { changeProblem } from './changeProblem.ts';
import type { IssuePorts } from './issueAtHand.ts';

/** `by` is nobody's but this run's. */
export interface Turn {
  readonly by: string;
  readonly until: string;
}

/**
 * Takes the turn to do something that must happen once, in a safe write of the incident's ticket: of two who ask at the
 * same moment one gets it. `undefined` when it is somebody else's.
 */
export async function takeTurn(
  ports: IssuePorts,
  incidentId: TicketId,
  what: string,
): Promise<Turn | undefined> {
  const by = crypto.randomUUID();
  return changeProblem(ports, incidentId, (_, problem) => {
    const read = readRecord(problem.fields.allclear_record);
    const turn = read.state === 'read' ? read.record.turns?.[what] : undefined;
    const now = ports.clock.now();
    if (turn?.by === by) return { done: turn };
    if (turn && isHeld(turn.until, now)) return { done: undefined };
    const ours = { by, until: new Date(now.getTime() + TURN_MS).toISOString() };
    const record = withTurn(problem.fields.allclear_record, what, ours, problem.createdAt);
    if (record.state === 'unreadable' || problem.status === 'closed') return { done: undefined };
    return {
      write: { fields: { allclear_record: record.text }, note: { did: 'turn', what } },
      answer: ours,
    };
  });
}

/** Gives the turn back before its time, so that whoever tries again need not wait. */
export async function giveBackTurn(
  ports: IssuePorts,
  incidentId: TicketId,
  what: string,
  { by }: Turn,
): Promise<void> {
  await changeProblem(ports, incidentId, (_, problem) => {
    const read = readRecord(problem.fields.allclear_record);
    const turn = read.state === 'read' ? read.record.turns?.[what] : undefined;
    const over = { by, until: ports.clock.now().toISOString() };
    const record = withTurn(problem.fields.allclear_record, what, over, problem.createdAt);
    if (turn?.by !== by || !isHeld(turn.until, ports.clock.now()) || record.state === 'unreadable')
      return { done: undefined };
    return {
      write: { fields: { allclear_record: record.text }, note: { did: 'turn', what } },
      answer: undefined,
    };
  });
}
