import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { Listing } from '../../../actions/listReports.ts';
import { type SetAside, setAside } from '../../../actions/setAside.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { ReasonField } from '../../ReasonField.tsx';
import { useTask } from '../../useTask.ts';
import { outcomeOfAside } from './asideWords.ts';
import type { Listed } from './useListing.ts';

const Steps = styled.form`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  max-width: ${({ theme }) => theme.breakpoints.sm};
`;

/** What is to be done with which reports. */
export interface AsideTask {
  readonly do: 'set aside' | 'take back';
  readonly ids: readonly TicketId[];
}

/** Asks why no update is for these reports, and sets them aside; or takes them back. */
export function BulkAside(props: {
  ports: DeskPorts;
  listed: Listed;
  listing: Listing;
  task: AsideTask;
  onOver: () => void;
}) {
  const { ports, listed, listing, task, onOver } = props;
  const { ids } = task;
  const isBack = task.do === 'take back';
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState('');
  const first = useRef<HTMLElement | null>(null);
  useEffect(() => first.current?.focus(), []);
  const aside = useTask(async (): Promise<SetAside> => {
    const services = await ports.broadcasting();
    const wish = { incident: listing.incident.id, ids, reason: isBack ? undefined : reason };
    const done = await setAside(services, wish);
    if (done.do === 'done') await listed.list.lookAgain([], done.tickets);
    else first.current?.focus();
    return done;
  });
  const isRunning = aside.task.state === 'running';
  const done = aside.task.state === 'done' ? aside.task.value : undefined;
  const isUnsaid = done?.do === 'refuse' && done.because === 'no reason';
  const outcome = done && !isUnsaid ? outcomeOfAside(done, isBack, words) : undefined;
  const isOver = done?.do === 'done';
  return (
    <Steps
      data-test-id="aside-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && !isOver) void aside.run();
      }}
    >
      {!isOver && isBack && <Small>{t('aside.backHint')}</Small>}
      {!isOver && !isBack && (
        <ReasonField
          label={t('aside.label')}
          hint={t('aside.hint')}
          value={reason}
          unsaid={isUnsaid ? t('aside.noReason') : undefined}
          onChange={setReason}
          inputRef={(input) => {
            first.current = input;
          }}
          testId="aside-reason"
        />
      )}
      {outcome && <Note weight={outcome.weight}>{outcome.text}</Note>}
      {aside.task.state === 'failed' && <DoneFailed error={aside.task.error} />}
      <Buttons>
        {!isOver && (
          <Button
            type="submit"
            size="small"
            isPrimary
            disabled={isRunning}
            ref={(button) => {
              if (isBack) first.current = button;
            }}
            data-test-id="aside-yes"
          >
            {isRunning
              ? t('aside.writing')
              : t(isBack ? 'aside.backSend' : 'aside.send', { count: ids.length })}
          </Button>
        )}
        <Button size="small" isBasic disabled={isRunning} onClick={onOver}>
          {t(isOver ? 'aside.close' : 'aside.cancel')}
        </Button>
      </Buttons>
    </Steps>
  );
}
