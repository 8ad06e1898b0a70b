import { dayWords } from '../domain/dayWords.ts';
import type { Review } from '../domain/record.ts';
import { dueDay, type ReviewState, reviewStanding } from '../domain/review.ts';
import type { Phrase, Words } from './phrases.tsx';

export const STATE_PHRASES: Record<ReviewState, Phrase> = {
  draft: 'review.state.draft',
  'in review': 'review.state.inReview',
  ready: 'review.state.ready',
  sent: 'review.state.sent',
};

/** When the review is due, with the time that is left or has gone by. */
export function dueWords(review: Review, now: Date, { t, span, locale }: Words): string {
  const { due } = review;
  const day = dueDay(review);
  if (!due || !day) return t('review.withdrawn');
  const left = Date.parse(due) - now.getTime();
  const shown = dayWords(day, locale);
  switch (reviewStanding(review, now)) {
    case 'late':
      return t('review.late', { day: shown, age: span(-left) });
    case 'sent':
      return t('review.wasDue', { day: shown });
    default:
      return t('review.dueIn', { day: shown, age: span(left) });
  }
}
