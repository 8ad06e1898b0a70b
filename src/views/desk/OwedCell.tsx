import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { dayWords } from '../../domain/dayWords.ts';
import { type Incident, isLate } from '../../domain/incident.ts';
import { dueDay, isReviewOwed } from '../../domain/review.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { STATE_PHRASES } from '../reviewWords.ts';

const Late = styled.strong<{ $isLate: boolean }>`
  font-weight: ${({ theme, $isLate }) => ($isLate ? theme.fontWeights.semibold : theme.fontWeights.regular)};
  color: ${({ theme, $isLate }) => getColor({ theme, variable: $isLate ? 'foreground.danger' : 'foreground.default' })};
`;

/** What is owed for an incident, and by when: its next update, or its review once it is resolved. */
export function OwedCell({ incident, now }: { incident: Incident; now: Date }) {
  const { t, span, clockTime } = useWords();
  const { next, isOver, stage, review } = incident;
  if (review && (isOver || stage === 'resolved')) return <Review {...{ incident, now }} />;
  if (!next || isOver)
    return <Small>{t(isOver || stage === 'resolved' ? 'desk.nothingOwed' : 'promise.none')}</Small>;
  const left = Date.parse(next) - now.getTime();
  return (
    <>
      <Late $isLate={isLate(incident, now)}>
        {isLate(incident, now) ? t('time.overdue', { age: span(-left) }) : t('time.in', { age: span(left) })}
      </Late>
      <Small>{clockTime(next, now)}</Small>
    </>
  );
}

function Review({ incident, now }: { incident: Incident; now: Date }) {
  const { t, span, locale } = useWords();
  const { review } = incident;
  const day = review && dueDay(review);
  if (!review || !day) return <Small>{t('desk.nothingOwed')}</Small>;
  const left = Date.parse(review.due ?? '') - now.getTime();
  const state = t(STATE_PHRASES[review.state]);
  const isOwed = isReviewOwed(incident);
  return (
    <>
      {isOwed && (
        <Late $isLate={left < 0}>
          {left < 0 ? t('time.overdue', { age: span(-left) }) : t('time.in', { age: span(left) })}
        </Late>
      )}
      <Small>{t('desk.review', { state, day: dayWords(day, locale) })}</Small>
      {isOwed && (
        <Small dir="auto">
          {review.owner ? t('review.owner', { name: review.owner.name }) : t('review.noOwner')}
        </Small>
      )}
    </>
  );
}
