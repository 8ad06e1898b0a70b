import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { Incident } from '../../domain/incident.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Big, Label, Row, Section, Small } from '../pieces.tsx';
import { promiseWords } from './statusWords.ts';

interface Props {
  incident: Incident;
  now: Date;
}

/** When customers hear from us next: a countdown. After *resolved* nothing is owed any more. */
export function PromiseSection({ incident, now }: Props) {
  const { heading, update, until, byWhom, hint } = promiseWords(incident, now, useWords());
  const who = byWhom && <Small>{byWhom}</Small>;
  return (
    <Section aria-labelledby="promise">
      <Row>
        <Label id="promise">{heading}</Label>
        <Small>{update}</Small>
      </Row>
      {until ? (
        <Row>
          <Big data-test-id="promise">{until}</Big>
          {who}
        </Row>
      ) : (
        who
      )}
      {hint && <Small>{hint}</Small>}
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
