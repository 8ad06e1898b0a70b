import type { Incident } from '../../domain/incident.ts';
import { promiseState } from '../../domain/promise.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Big, Label, Row, Section, Small } from '../pieces.tsx';

/** When customers hear from us next: a countdown, and a warning once the promise is broken. */
export function PromiseSection({ incident: { next, update }, now }: { incident: Incident; now: Date }) {
  const { t, span, clockTime } = useWords();
  const left = next ? Date.parse(next) - now.getTime() : undefined;
  if (next && left !== undefined && promiseState(new Date(next), now) === 'broken') {
    return (
      <Note weight="danger">
        <Big $isLate data-test-id="promise">
          {t('time.overdue', { age: span(-left) })}
        </Big>
        <span>{t('promise.promisedAt', { time: clockTime(next, now) })}</span>
      </Note>
    );
  }
  return (
    <Section aria-labelledby="promise">
      <Row>
        <Label id="promise">{t('promise.heading')}</Label>
        <Small>{update ? t('promise.update', { n: update.n }) : t('promise.noUpdate')}</Small>
      </Row>
      <Row>
        <Big data-test-id="promise">
          {left === undefined ? t('promise.none') : t('time.in', { age: span(left) })}
        </Big>
        {update && (
          <Small>
            {t('promise.byWhom', { age: span(now.getTime() - Date.parse(update.at)), name: update.by.name })}
          </Small>
        )}
      </Row>
      {!next && <Small>{t('promise.noneHint')}</Small>}
    </Section>
  );
}
