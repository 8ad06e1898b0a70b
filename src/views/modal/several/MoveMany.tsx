import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { type MovedMany, moveReports } from '../../../actions/moveReports.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { DrillNote } from '../../DrillMark.tsx';
import { explainRefusal } from '../../explainRefusal.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Meter } from '../../Meter.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Small, Title } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import { Declare } from '../declare/Declare.tsx';
import type { ModalProps } from '../Modal.tsx';
import { Foot, Head } from '../post/shapes.tsx';
import { Body } from './Body.tsx';
import { ChooseReports } from './ChooseReports.tsx';
import { Left } from './Left.tsx';
import { linkLater } from './linkLater.ts';
import { NEW, TargetField } from './TargetField.tsx';
import { useTargets } from './useTargets.ts';

/** Reports that belong to another incident, or to one that is not declared yet. */
export function MoveMany({ ports, task, close }: ModalProps<'move'>) {
  const { t } = useWords();
  const { task: looked, again } = useTargets(ports, task.incident);
  const [chosen, setChosen] = useState<ReadonlySet<TicketId>>(new Set(task.tickets));
  const [to, setTo] = useState('');
  const [isDeclaring, setDeclaring] = useState(false);
  const [done, setDone] = useState(0);
  const move = useTask(async (ids: readonly TicketId[]) => {
    setDone(0);
    const moved = await moveReports(ports, task.incident, Number(to), ids, { onProgress: setDone });
    linkLater(ports, [Number(to), task.incident]);
    return moved;
  });
  if (looked.state === 'failed') return <LookFailed error={looked.error} again={again} />;
  if (looked.state !== 'done') return <Loading />;
  const { incident, others } = looked.value;
  const ids = [...chosen];
  if (isDeclaring)
    return (
      <Declare ports={ports} task={{ show: 'declare', tickets: ids, splitOff: incident.id }} close={close} />
    );
  const isRunning = move.task.state === 'running';
  const moved = move.task.state === 'done' ? move.task.value : undefined;
  const isNew = to === NEW;
  return (
    <>
      <DrillNote incident={incident} />
      <Head>
        <Title tabIndex={-1}>{t('several.moveHeading')}</Title>
        <Small>
          <bdi>{incident.title}</bdi> · #{incident.id}
        </Small>
      </Head>
      <Body>
        {moved && <Outcome moved={moved} />}
        {move.task.state === 'failed' && <DoneFailed error={move.task.error} />}
        {!moved && (
          <>
            <Small>{t('several.moveHint')}</Small>
            <ChooseReports
              ports={ports}
              incident={incident.id}
              chosen={chosen}
              isDisabled={isRunning}
              onChange={setChosen}
            />
            <TargetField
              label={t('several.target')}
              value={to}
              others={others}
              hasNew
              isDisabled={isRunning}
              onChange={setTo}
            />
          </>
        )}
        {isRunning && (
          <div role="status">
            <Meter told={done} total={ids.length} isBusy />
            <Small>{t('several.progress', { done, of: ids.length })}</Small>
          </div>
        )}
      </Body>
      <Foot>
        {isRunning && <Small>{t('several.closing')}</Small>}
        <Button onClick={close} data-test-id="several-close">
          {t(moved ? 'several.close' : 'several.cancel')}
        </Button>
        {!moved && (
          <Button
            isPrimary
            disabled={isRunning || ids.length === 0 || !to}
            onClick={() => (isNew ? setDeclaring(true) : void move.run(ids))}
            data-test-id="move-send"
          >
            {isRunning
              ? t('several.moving')
              : t(isNew ? 'several.sendNew' : 'several.send', { count: ids.length })}
          </Button>
        )}
      </Foot>
    </>
  );
}

function Outcome({ moved: { moved, told, not, refusal } }: { moved: MovedMany }) {
  const words = useWords();
  const { t } = words;
  if (refusal) return <Note weight="warning">{explainRefusal(refusal, words)}</Note>;
  return (
    <Note weight={not.length > 0 ? 'warning' : 'success'}>
      <span data-test-id="move-outcome">
        {t('several.result', { count: moved.length })} {t('several.resultTold', { count: told.length })}
      </span>
      <Left not={not} />
    </Note>
  );
}
