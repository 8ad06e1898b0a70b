import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { Incident } from '../../domain/incident.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Big, Label, Row, Section, Small } from '../pieces.tsx';

interface Props {
  incident: Incident;
  now: Date;
}

/** When customers hear from us next: a countdown. */
export function PromiseSection({ incident: { next, update }, now }: Props) {
  const { t, span } = useWords();
  return (
    <Section aria-labelledby="promise">
      <Row>
        <Label id="promise">{t('promise.heading')}</Label>
        <Small>{update ? t('promise.update', { n: update.n }) : t('promise.noUpdate')}</Small>
      </Row>
      <Row>
        <Big data-test-id="promise">
          {next ? t('time.in', { age: span(Date.parse(next) - now.getTime()) }) : t('promise.none')}
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

// As tall as the button that comes a moment later.
const Alarm = styled(Row)`
  align-items: center;
  min-height: ${({ theme }) => `${theme.space.base * 8}px`};
`;

/** The promise that was broken: how late it is, to whom it was given, and beside it what to do. */
export function BrokenPromise(props: Props & { children: ReactNode }) {
  const { incident, now, children } = props;
  const { next = '', reports } = incident;
  const { t, span, clockTime } = useWords();
  return (
    <Note weight="danger">
      <Alarm>
        <Big $isLate data-test-id="promise">
          {t('time.overdue', { age: span(now.getTime() - Date.parse(next)) })}
        </Big>
        {children}
      </Alarm>
      <span>
        {t('promise.promisedAt', { time: clockTime(next, now) })}
        {reports !== undefined && ` ${t('promise.waiting', { count: reports })}`}
      </span>
    </Note>
  );
}
