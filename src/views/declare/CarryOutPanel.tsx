import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import type { CarriedOut } from '../../actions/carryOut.ts';
import { type Step, stepsOf } from '../../domain/declaration.ts';
import type { IncidentRecord } from '../../domain/record.ts';
import type { IssueKind } from '../../ports/issues.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Section } from '../pieces.tsx';
import { DemandFields, isLacking } from './DemandFields.tsx';
import { StepList } from './StepList.tsx';
import { stepWhy } from './stepWords.ts';
import type { Answers, useCarryOut } from './useCarryOut.ts';

const Next = styled(Buttons)`
  padding-block-start: ${({ theme }) => theme.space.xs};
  &:empty { display: none; }
`;

/** How far declaring has come, what stands in its way, and the one button that goes on. */
export function CarryOutPanel(props: {
  carrying: ReturnType<typeof useCarryOut>;
  /** What is known before anything was done from here. */
  record: IncidentRecord | undefined;
  now: Date;
  /** What stands above the steps. */
  heading?: ReactNode;
}) {
  const { carrying, now, heading } = props;
  const { task, doing, start, isRunning } = carrying;
  const { t } = useWords();
  const record = carrying.record ?? props.record;
  const steps = stepsOf(record);
  const ended = task.state === 'done' ? task.value : undefined;
  const isLeft = steps.some(({ state }) => state !== 'done');
  const asks = ended?.end === 'issue' && ended.filed.do === 'ask' ? ended.filed.kinds : undefined;
  return (
    <Section aria-label={t('declare.stepsHeading')}>
      {heading}
      {task.state === 'failed' && <DoneFailed error={task.error} />}
      {ended && <Ended ended={ended} steps={steps} isTold={record?.update !== undefined} now={now} />}
      <StepList steps={steps} doing={doing} />
      {asks ? (
        <Asked kinds={asks} isBusy={isRunning} onAnswer={start} />
      ) : (
        <Next>
          {isLeft && !isRunning && (
            <Button size="small" onClick={() => start()} data-test-id="declare-continue">
              {t('declare.continue')}
            </Button>
          )}
          {!isRunning && wantsNew(steps, ended) && (
            <Button
              size="small"
              isBasic
              onClick={() => start({ kind: '', values: {} })}
              data-test-id="declare-file-new"
            >
              {t('declare.fileNew')}
            </Button>
          )}
        </Next>
      )}
    </Section>
  );
}

// An issue that was to be adopted and can't be.
function wantsNew(steps: readonly Step[], ended: CarriedOut | undefined): boolean {
  if (ended?.end === 'issue') return ended.filed.do === 'taken';
  const issue = steps.find(({ name }) => name === 'issue');
  return issue?.state === 'failed' && issue.why.trouble === 'missing';
}

function Ended(props: { ended: CarriedOut; steps: readonly Step[]; isTold: boolean; now: Date }) {
  const { ended, steps, isTold, now } = props;
  const words = useWords();
  const { t, clockTime } = words;
  switch (ended.end) {
    case 'done':
      return <Note weight="success">{t(isTold ? 'declare.allDoneTold' : 'declare.allDone')}</Note>;
    case 'failed':
      return (
        <Note weight="danger">
          {/* Why stands at the step, unless even that could not be written down. */}
          {steps.some(({ state }) => state === 'failed') ? '' : `${stepWhy(ended.why, words)} `}
          {t('declare.stuckAt', { step: t(`declare.step.${ended.step}`) })} {t('declare.failedNext')}
        </Note>
      );
    case 'no tracker':
      return <Note weight="warning">{t('declare.noTracker')}</Note>;
    case 'issue':
      switch (ended.filed.do) {
        case 'ask':
          return <Note weight="warning">{t('declare.asks')}</Note>;
        case 'wait':
          return (
            <Note weight="warning">
              {t('declare.wait', { name: ended.filed.by, time: clockTime(ended.filed.until, now) })}
            </Note>
          );
        case 'taken':
          return (
            <Note weight="warning">
              {t('declare.taken', { key: ended.filed.key, incident: `#${ended.filed.by.incident}` })}
            </Note>
          );
      }
  }
}

function Asked(props: {
  kinds: readonly IssueKind[];
  isBusy: boolean;
  onAnswer: (answers: Answers) => void;
}) {
  const { kinds, isBusy, onAnswer } = props;
  const { t } = useWords();
  const [isTried, setTried] = useState(false);
  const [answers, setAnswers] = useState<Answers>({ kind: kinds[0]?.id ?? '', values: {} });
  const fields = kinds.find(({ id }) => id === answers.kind)?.fields ?? [];
  return (
    <>
      <DemandFields kinds={kinds} {...answers} isTried={isTried} onChange={setAnswers} />
      <Buttons>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => {
            setTried(true);
            if (!fields.some((field) => isLacking(field, answers.values))) onAnswer(answers);
          }}
          data-test-id="declare-answer"
        >
          {t('declare.fileIssue')}
        </Button>
      </Buttons>
    </>
  );
}
