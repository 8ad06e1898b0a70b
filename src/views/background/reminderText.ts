import { cut } from '../../domain/cut.ts';
import { dayWords } from '../../domain/dayWords.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { oneLine } from '../../domain/markup.ts';
import { disarmMarkup } from '../../domain/pageText.ts';
import type { Reminder } from '../../domain/promises.ts';
import { dueDay } from '../../domain/review.ts';
import type { Words } from '../words.ts';

const LONGEST_TITLE = 80;

/**
 * A reminder as it is said at the top of an agent's window: what is owed, by when, and where to go. No page says whether
 * Zendesk takes such a text for HTML, so nothing in it could be any.
 */
export function reminderText(
  incident: Incident,
  { kind, due, from, stage }: Reminder,
  now: Date,
  { t, span, clockTime, locale }: Words,
): string {
  const left = Date.parse(due) - now.getTime();
  const day = incident.review && dueDay(incident.review);
  const values = {
    n: newestUpdate(incident) + 1,
    id: String(incident.id),
    title: disarmMarkup(cut(oneLine(incident.title), LONGEST_TITLE)),
    time: clockTime(due, now),
    left: span(left),
    late: span(-left),
    day: day ? dayWords(day, locale) : '',
  };
  switch (kind) {
    case 'update':
      if (left > 0) return t('remind.toast.ahead', values);
      return t(stage <= 1 && from === due ? 'remind.toast.overdue' : 'remind.toast.still', values);
    case 'eta':
      return t(stage === 0 ? 'remind.toast.etaAhead' : 'remind.toast.etaPassed', values);
    case 'review':
      if (left > 0) return t('remind.toast.reviewAhead', values);
      return t(stage <= 1 && from === due ? 'remind.toast.reviewDue' : 'remind.toast.reviewStill', values);
  }
}
