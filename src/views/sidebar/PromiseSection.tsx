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

/** When customers hear from us next: a countdown. After *resolved* nothing is owed any more. */
export function PromiseSection({ incident: { next, update, stage, recordTrouble }, now }: Props) {
  const { t, span, ago } = useWords();
  const isOwed = stage !== 'resolved' || next !== undefined;
  const byWhom = update && (
    <Small>
      {t('promise.byWhom', { ago: ago(now.getTime() - Date.parse(update.at)), name: update.by.name })}
    </Small>
  );
  return (
    <Section aria-labelledby="promise">
      <Row>
        <Label id="promise">{t(isOwed ? 'promise.heading' : 'promise.last')}</Label>
        <Small>
          {update ? t('promise.update', { n: update.n }) : !recordTrouble && t('promise.noUpdate')}
        </Small>
      </Row>
      {isOwed ? (
        <Row>
          <Big data-test-id="promise">
            {next ? t('time.in', { age: span(Date.parse(next) - now.getTime()) }) : t('promise.none')}
          </Big>
          {byWhom}
        </Row>
      ) : (
        byWhom
      )}
      {isOwed && !next && <Small>{t('promise.noneHint')}</Small>}
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
