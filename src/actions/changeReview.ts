import { toIncident } from '../domain/incident.ts';
import type { Review } from '../domain/record.ts';
import {
  cleanEdit,
  dueDay,
  type EditTrouble,
  editTroubles,
  openReview,
  planEdit,
  type ReviewEdit,
  reviewStanding,
} from '../domain/review.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withReview } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { changeProblem } from './changeProblem.ts';
import { reviewTerms } from './reviewTerms.ts';

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>;

export type ReviewChanged =
  | { readonly do: 'changed'; readonly review: Review }
  | { readonly do: 'correct'; readonly troubles: readonly EditTrouble[] }
  /** Somebody else has changed the same since the form was opened: nothing was written. */
  | { readonly do: 'conflict'; readonly now: ReviewEdit }
  | { readonly do: 'refuse'; readonly because: 'record' | 'incident closed' | 'no review' };

/** Changes the review in one safe write: what was `seen` as the form was opened and is `wanted` otherwise, and nothing else. */
export async function changeReview(
  ports: Needs,
  incidentId: TicketId,
  seen: ReviewEdit,
  wanted: ReviewEdit,
): Promise<ReviewChanged> {
  const clean = cleanEdit(wanted);
  const troubles = editTroubles(clean);
  if (troubles.length > 0) return { do: 'correct', troubles };
  const me = await ports.tickets.me();
  return changeProblem<ReviewChanged>(ports, incidentId, (incident, problem) => {
    const { review, recordTrouble } = incident;
    if (recordTrouble) return { done: { do: 'refuse', because: 'record' } };
    if (problem.status === 'closed') return { done: { do: 'refuse', because: 'incident closed' } };
    if (!review) return { done: { do: 'refuse', because: 'no review' } };
    const plan = planEdit(review, seen, clean, me);
    if (plan.do === 'conflict') return { done: plan };
    if (plan.do === 'nothing') return { done: { do: 'changed', review } };
    const written = withReview(problem.fields.allclear_record, plan.review, problem.createdAt);
    if (written.state === 'unreadable') return { done: { do: 'refuse', because: 'record' } };
    const note = { did: 'review', ...plan.changes };
    return {
      write: { fields: { allclear_record: written.text }, note },
      answer: { do: 'changed', review: plan.review },
    };
  });
}

/** Opens the review of an incident that was resolved without one: by hand, or before there were reviews. */
export async function beginReview(ports: Needs, incidentId: TicketId): Promise<ReviewChanged> {
  const me = await ports.tickets.me();
  const { severity } = await readSeverity(ports, incidentId);
  const terms = await reviewTerms(ports, severity);
  return changeProblem<ReviewChanged>(ports, incidentId, (incident, problem) => {
    const now = ports.clock.now();
    const { review: before, recordTrouble } = incident;
    if (recordTrouble) return { done: { do: 'refuse', because: 'record' } };
    if (problem.status === 'closed') return { done: { do: 'refuse', because: 'incident closed' } };
    if (before && reviewStanding(before, now) !== 'none') return { done: { do: 'changed', review: before } };
    const review = openReview(before, now, me, terms);
    const written = withReview(problem.fields.allclear_record, review, problem.createdAt);
    if (written.state === 'unreadable') return { done: { do: 'refuse', because: 'record' } };
    const note = { did: 'review', opened: dueDay(review) };
    return { write: { fields: { allclear_record: written.text }, note }, answer: { do: 'changed', review } };
  });
}

async function readSeverity({ tickets }: Needs, id: TicketId) {
  return toIncident(await tickets.readOne(id));
}
