import { Button } from '@zendeskgarden/react-buttons';
import { useCallback, useState } from 'react';
import { type Merged, mergeIncidents } from '../../../actions/mergeIncidents.ts';
import type { MergeRefusal } from '../../../domain/merge.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { DrillNote } from '../../DrillMark.tsx';
import { explainWhy } from '../../explain.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Meter } from '../../Meter.tsx';
import { Note } from '../../Note.tsx';
import { type Phrase, useWords } from '../../phrases.tsx';
import { Small, Title } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import type { ModalProps } from '../Modal.tsx';
import { Foot, Head } from '../post/shapes.tsx';
import { Body } from './Body.tsx';
import { Left } from './Left.tsx';
import { linkLater } from './linkLater.ts';
import { TargetField } from './TargetField.tsx';
import { useTargets } from './useTargets.ts';

/** Making one incident of two. What is done stands in the tickets: whoever opens this again goes on. */
export function Merge({ ports, task, close }: ModalProps<'merge'>) {
  const { t } = useWords();
  const { task: looked, again } = useTargets(ports, task.incident);
  const [chosen, setChosen] = useState('');
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const into = task.into ?? Number(chosen);
  const merge = useTask(
    useCallback(async () => {
      const merged = await mergeIncidents(ports, task.incident, into, {
        onProgress: (done, of) => setProgress({ done, of }),
      });
      if (merged.end === 'done') linkLater(ports, [into, task.incident]);
      return merged;
    }, [ports, task.incident, into]),
  );
  if (looked.state === 'failed') return <LookFailed error={looked.error} again={again} />;
  if (looked.state !== 'done') return <Loading />;
  const { incident, others } = looked.value;
  const own = `#${incident.id}`;
  const isRunning = merge.task.state === 'running';
  const merged = merge.task.state === 'done' ? merge.task.value : undefined;
  const isDone = merged?.end === 'done' && !merged.issueTrouble;
  const isBegun = task.into !== undefined || merged?.end === 'unfinished' || merged?.end === 'done';
  return (
    <>
      <DrillNote incident={incident} />
      <Head>
        <Title tabIndex={-1}>{t('several.mergeHeading', { ticket: own })}</Title>
        <Small>
          <bdi>{incident.title}</bdi>
        </Small>
      </Head>
      <Body>
        {merged && <Outcome merged={merged} into={into} />}
        {merge.task.state === 'failed' && <DoneFailed error={merge.task.error} />}
        {!isDone && <Small>{t('several.mergeHint')}</Small>}
        {!isDone && task.into === undefined && (
          <TargetField
            label={t('several.mergeInto')}
            value={chosen}
            others={others}
            isDisabled={isRunning || isBegun}
            onChange={setChosen}
          />
        )}
        {task.into === undefined && others.length === 0 && <p>{t('several.none')}</p>}
        {isRunning && (
          <div role="status">
            <Meter told={progress.done} total={progress.of} isBusy />
            <Small>{t('several.progress', progress)}</Small>
          </div>
        )}
      </Body>
      <Foot>
        {isRunning && <Small>{t('several.closing')}</Small>}
        <Button onClick={close} data-test-id="several-close">
          {t(isDone ? 'several.close' : 'several.cancel')}
        </Button>
        {!isDone && (
          <Button
            isPrimary
            disabled={!into || isRunning}
            onClick={() => void merge.run()}
            data-test-id="merge-send"
          >
            {isRunning
              ? t('several.merging')
              : isBegun
                ? t('several.mergeGoOn')
                : t('several.mergeSend', { ticket: own, target: into ? `#${into}` : '…' })}
          </Button>
        )}
      </Foot>
    </>
  );
}

function Outcome({ merged, into }: { merged: Merged; into: number }) {
  const words = useWords();
  const { t } = words;
  if (merged.end === 'not allowed')
    return <Note weight="warning">{explainRefusal(merged.refusal, words)}</Note>;
  if (merged.end === 'refuse') return <Note weight="warning">{t(REFUSED[merged.because])}</Note>;
  const { end, moved, told, not, hidden, issueTrouble } = merged;
  const isDone = end === 'done';
  return (
    <Note weight={isDone && !issueTrouble ? 'success' : 'warning'}>
      <span data-test-id="merge-outcome">
        {t(isDone ? 'several.mergeDone' : 'several.mergeUnfinished', { ticket: `#${into}` })}{' '}
        {t('several.result', { count: moved })} {t('several.resultTold', { count: told })}
      </span>
      <Left not={not} />
      {hidden > 0 && <span>{t('several.mergeHidden', { count: hidden })}</span>}
      {issueTrouble && <span>{t('several.mergeIssue', { why: explainWhy(issueTrouble, words) })}</span>}
    </Note>
  );
}

const REFUSED: Record<MergeRefusal, Phrase> = {
  same: 'several.refused.same',
  record: 'several.refused.record',
  over: 'several.refused.over',
  'target over': 'several.refused.targetOver',
  'target merged': 'several.refused.targetMerged',
  'merged elsewhere': 'several.refused.elsewhere',
  drill: 'several.refused.drill',
};
