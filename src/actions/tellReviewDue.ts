import { dueComment, dueMark } from '../domain/dueComment.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import type { Review } from '../domain/record.ts';
import { dueDay } from '../domain/review.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withReview } from '../domain/writeRecord.ts';
import { ServiceError } from '../ports.ts';
import { changeProblem } from './changeProblem.ts';
import { type IssueAtHand, type IssuePorts, issueAtHand } from './issueAtHand.ts';
import { createIssueWriter, FEW_TRIES } from './issueWriter.ts';
import { postOnce } from './postOnce.ts';
import { giveBackTurn, takeTurn } from './takeTurn.ts';

type DueReceipt = NonNullable<Review['issue']>;

const TURN = 'review';

/**
 * Writes the day on which the review is due to the incident's issue: into its field where that is on the screen, else as one
 * comment. Its receipt says so in the record; what failed is tried again `byHand` alone. `undefined` when there is nothing to
 * tell, nobody to tell it to, or somebody else is at it.
 */
export async function tellReviewDue(
  ports: IssuePorts,
  incidentId: TicketId,
  byHand = false,
): Promise<DueReceipt | undefined> {
  const problem = await ports.tickets.readOne(incidentId);
  const day = owedDay(toIncident(problem), byHand);
  const found = await issueAtHand(ports, problem);
  if (!day || typeof found === 'string' || problem.status === 'closed') return undefined;
  const turn = await takeTurn(ports, incidentId, TURN);
  if (!turn) return undefined;
  const outcome = await outcomeOf(ports, found, incidentId, day, new Date(turn.until));
  const receipt: DueReceipt = { day, ...outcome, at: ports.clock.now().toISOString() };
  await changeProblem(ports, incidentId, (incident, ticket) => {
    const { review } = incident;
    // Another day by now is for the next run.
    if (!review || dueDay(review) !== day || ticket.status === 'closed') return { done: undefined };
    if (review.issue?.at === receipt.at) return { done: undefined };
    const written = withReview(
      ticket.fields.allclear_record,
      { ...review, issue: receipt },
      ticket.createdAt,
    );
    if (written.state === 'unreadable') return { done: undefined };
    const note = { did: 'receipt', channel: 'review' };
    return { write: { fields: { allclear_record: written.text }, note }, answer: undefined };
  });
  await giveBackTurn(ports, incidentId, TURN, turn);
  return receipt;
}

/** The day that the issue does not have yet. */
export function owedDay({ review, isClosed }: Incident, byHand: boolean): string | undefined {
  const day = review && dueDay(review);
  if (!day || isClosed || review?.state === 'sent') return undefined;
  const isKnown = review?.issue?.day === day && (review.issue.outcome === 'told' || !byHand);
  return isKnown ? undefined : day;
}

async function outcomeOf(
  { clock, account }: IssuePorts,
  { tracker, filed }: IssueAtHand,
  incident: TicketId,
  day: string,
  until: Date,
): Promise<{ outcome: string; reason?: string; detail?: string }> {
  const id = filed.id ?? filed.key;
  const writer = createIssueWriter(clock, id, undefined, FEW_TRIES);
  const scope = { account, incident };
  try {
    try {
      await writer.write(() => tracker.setDue(id, day));
    } catch (error) {
      if (!(error instanceof ServiceError) || !NO_FIELD.has(error.trouble)) throw error;
      await postOnce(clock, writer, tracker, id, {
        text: dueComment(scope, day),
        mark: dueMark(scope, day),
        until,
      });
    }
    return { outcome: 'told' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { outcome: 'failed', reason: error.trouble, ...(error.detail && { detail: error.detail }) };
  }
}

// Not on the screen, or not for this account to edit; to comment takes less.
const NO_FIELD: ReadonlySet<string> = new Set(['refused', 'forbidden']);
