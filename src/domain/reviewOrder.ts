import type { Incident } from './incident.ts';
import { isReviewOwed, reviewStanding } from './review.ts';

/** Of those that are over: overdue reviews first, the one that has been owed longest at the top; then the newest incident. */
export function byReview(now: Date): (a: Incident, b: Incident) => number {
  const due = (incident: Incident) => {
    const { review } = incident;
    const isOverdue = isReviewOwed(incident) && reviewStanding(review, now) === 'late';
    return isOverdue && review?.due ? Date.parse(review.due) : Number.POSITIVE_INFINITY;
  };
  return (a, b) => {
    const [dueA, dueB] = [due(a), due(b)];
    return dueA === dueB ? b.id - a.id : dueA - dueB;
  };
}
