import { useEffect } from 'react';
import { relapseIn } from '../../domain/answers.ts';
import { explainWhy } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { Row, Section, Small } from '../pieces.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useAnswers } from './useAnswers.ts';

/** How many have answered the newest update, and after *resolved* how many of them sound as if it were not. */
export function AnswersSection(
  props: KnownProps & {
    standing: Involved;
    /** Told how many say that it is still broken where they are so many that it is a relapse; 0 otherwise. */
    onRelapse: (broken: number) => void;
  },
) {
  const { standing, ports, now, onRelapse } = props;
  const { incident } = standing;
  const words = useWords();
  const { t, ago } = words;
  const { answers, read, error } = useAnswers(ports, incident);
  const { broken, isRelapse } = relapseIn(incident, read?.answers ?? [], ports.settings.relapseAt);
  const warnedOf = isRelapse ? broken : 0;
  useEffect(() => {
    onRelapse(warnedOf);
    return () => onRelapse(0);
  }, [onRelapse, warnedOf]);
  if (!answers)
    return error === undefined ? null : (
      <Section data-test-id="answers">
        <Small role="alert">{t('answers.failed', { why: explainWhy(error, words) })}</Small>
      </Section>
    );
  const count = answers.replied.filter(({ id }) => !read?.none.has(id)).length;
  if (count === 0 && answers.unknown === 0) return null;
  const { n, looked, isAll, unknown } = answers;
  return (
    <Section data-test-id="answers" aria-label={t('answers.heading')}>
      <Row>
        <span>{t(isAll ? 'answers.since' : 'answers.sinceOf', { count, n, looked })}</span>
        <OpenModal
          {...props}
          task={{ show: 'reports', incident: incident.id, answered: true }}
          testId="answers-see"
        >
          {t('answers.see')}
        </OpenModal>
      </Row>
      {broken > 0 && !isRelapse && <Small>{t('answers.broken', { count: broken })}</Small>}
      {read && read.unread > 0 && <Small>{t('answers.unread', { count: read.answers.length })}</Small>}
      {unknown > 0 && <Small>{t('answers.unknown', { count: unknown })}</Small>}
      <Small>{t('time.counted', { age: ago(now.getTime() - answers.asOf.getTime()) })}</Small>
    </Section>
  );
}
