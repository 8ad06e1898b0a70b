import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { Listing } from '../../../actions/listReports.ts';
import { moveReports } from '../../../actions/moveReports.ts';
import type { Running } from '../../../actions/readDesk.ts';
import { movesTo } from '../../../domain/move.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { explainRefusal } from '../../explainRefusal.ts';
import { Meter } from '../../Meter.tsx';
import { Left } from '../../modal/several/Left.tsx';
import { linkLater } from '../../modal/several/linkLater.ts';
import { TargetField } from '../../modal/several/TargetField.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';
import type { Listed } from './useListing.ts';

const Steps = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  max-width: ${({ theme }) => theme.breakpoints.sm};
`;

/** Moves those that are selected to another incident; each of their customers hears of it once. */
export function BulkMove(props: {
  ports: DeskPorts;
  listed: Listed;
  listing: Listing;
  running: Running | undefined;
  ids: readonly TicketId[];
  lookAgain: () => Promise<void>;
  onOver: () => void;
}) {
  const { ports, listed, listing, running, ids, lookAgain, onOver } = props;
  const { incident } = listing;
  const words = useWords();
  const { t } = words;
  const [to, setTo] = useState('');
  const [done, setDone] = useState(0);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true; // what was sent stays sent
    };
  }, []);
  const move = useTask(async () => {
    const services = await ports.broadcasting();
    const options = { onProgress: setDone, isStopped: () => isGone.current };
    const moved = await moveReports(services, incident.id, Number(to), ids, options);
    linkLater(services, [Number(to), incident.id]);
    listed.list.forget(moved.moved);
    await lookAgain();
    return moved;
  });
  const isRunning = move.task.state === 'running';
  const moved = move.task.state === 'done' ? move.task.value : undefined;
  const others = movesTo(incident, running?.incidents ?? []);
  return (
    <Steps data-test-id="bulk-move-form">
      {move.task.state === 'failed' && <DoneFailed error={move.task.error} />}
      {moved?.refusal && <Note weight="warning">{explainRefusal(moved.refusal, words)}</Note>}
      {moved && !moved.refusal && (
        <Note weight={moved.not.length > 0 ? 'warning' : 'success'}>
          <span data-test-id="move-outcome">
            {t('several.result', { count: moved.moved.length })}{' '}
            {t('several.resultTold', { count: moved.told.length })}
          </span>
          <Left not={moved.not} />
        </Note>
      )}
      {!moved && others.length === 0 && <Small>{t('several.none')}</Small>}
      {!moved && others.length > 0 && (
        <>
          <TargetField
            label={t('several.target')}
            value={to}
            others={others}
            isDisabled={isRunning}
            onChange={setTo}
          />
          <Small>{t('several.moveHint')}</Small>
        </>
      )}
      {isRunning && <Meter told={done} total={ids.length} isBusy />}
      <Buttons>
        {!moved && (
          <Button
            size="small"
            isPrimary
            disabled={isRunning || !to}
            onClick={() => void move.run()}
            data-test-id="bulk-move-yes"
          >
            {isRunning
              ? t('several.progress', { done, of: ids.length })
              : t('several.send', { count: ids.length })}
          </Button>
        )}
        <Button size="small" isBasic disabled={isRunning} onClick={onOver}>
          {t(moved ? 'several.close' : 'several.no')}
        </Button>
      </Buttons>
    </Steps>
  );
}
