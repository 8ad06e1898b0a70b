import { readRecord } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import { isHeld, TURN_MS } from '../domain/turn.ts';
import { withTurn } from '../domain/writeRecord.ts';
import { changeProblem } from './changeProblem.ts';
import type { IssuePorts } from './issueAtHand.ts';

/**
 * Takes the turn to do something that must happen once, in a safe write of the incident's ticket: of two who ask at the
 * same moment one gets it. Answers until when it lasts, or `undefined` when it is somebody else's.
 */
export async function takeTurn(
  ports: IssuePorts,
  incidentId: TicketId,
  what: string,
): Promise<Date | undefined> {
  const by = crypto.randomUUID();
  return changeProblem(ports, incidentId, (_, problem) => {
    const read = readRecord(problem.fields.allclear_record);
    const turn = read.state === 'read' ? read.record.turns?.[what] : undefined;
    const now = ports.clock.now();
    if (turn?.by === by) return { done: new Date(turn.until) };
    if (turn && isHeld(turn.until, now)) return { done: undefined };
    const until = new Date(now.getTime() + TURN_MS);
    const record = withTurn(
      problem.fields.allclear_record,
      what,
      { by, until: until.toISOString() },
      problem.createdAt,
    );
    if (record.state === 'unreadable' || problem.status === 'closed') return { done: undefined };
    return {
      write: { fields: { allclear_record: record.text }, note: { did: 'turn', what } },
      answer: until,
    };
  });
}
