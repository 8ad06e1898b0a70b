import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import type { CarriedOut } from '../../actions/carryOut.ts';
import { type Step, stepsOf } from '../../domain/declaration.ts';
import type { IncidentRecord } from '../../domain/record.ts';
import type { IssueKind } from '../../ports/issues.ts';
import { explainDone } from '../explain.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Section } from '../pieces.tsx';
import { DemandFields, isLacking } from './DemandFields.tsx';
import { StepList } from './StepList.tsx';
import { stepWhy } from './stepWords.ts';
import type { Answers, useCarryOut } from './useCarryOut.ts';

/** How far declaring has come, what stands in its way, and the one button that goes on. */
export function CarryOutPanel(props: {
  carrying: ReturnType<typeof useCarryOut>;
  /** What is known before anything was done from here. */
  record: IncidentRecord | undefined;
  now: Date;
  children?: ReactNode;
}) {
  const { carrying, now, children } = props;
  const { task, doing, start, isRunning } = carrying;
  const words = useWords();
  const { t } = words;
  const steps = stepsOf(carrying.record ?? props.record);
  const ended = task.state === 'done' ? task.value : undefined;
  const isLeft = steps.some(({ state }) => state !== 'done');
  const asks = ended?.end === 'issue' && ended.filed.do === 'ask' ? ended.filed.kinds : undefined;
  return (
    <>
      {task.state === 'failed' && <Note weight="danger">{explainDone(task.error, words)}</Note>}
      {ended && <Ended ended={ended} now={now} />}
      <Section aria-label={t('declare.stepsHeading')}>
        <StepList steps={steps} doing={doing} />
        {asks ? (
          <Asked kinds={asks} isBusy={isRunning} onAnswer={start} />
        ) : (
          <Buttons>
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
          </Buttons>
        )}
        {children}
      </Section>
    </>
  );
}

// An issue that was to be adopted and can't be.
function wantsNew(steps: readonly Step[], ended: CarriedOut | undefined): boolean {
  if (ended?.end === 'issue') return ended.filed.do === 'taken';
  const issue = steps.find(({ name }) => name === 'issue');
  return issue?.state === 'failed' && issue.why.trouble === 'missing';
}

function Ended({ ended, now }: { ended: CarriedOut; now: Date }) {
  const words = useWords();
  const { t, clockTime } = words;
  switch (ended.end) {
    case 'done':
      return <Note weight="success">{t('declare.allDone')}</Note>;
    case 'failed':
      return (
        <Note weight="danger">
          {stepWhy(ended.why, words)} {t('declare.failedNext')}
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
