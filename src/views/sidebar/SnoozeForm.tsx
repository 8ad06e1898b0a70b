import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { snoozeReminder } from '../../actions/snoozeReminder.ts';
import type { Owed } from '../../domain/promises.ts';
import { SNOOZE_MINUTES, snoozeUntil } from '../../domain/snooze.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Label, Small } from '../pieces.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useTask } from '../useTask.ts';

const Form = styled.form`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
`;
const Choice = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
`;

/** Asks why a promise can wait and for how long, and writes it down. */
export function SnoozeForm(props: {
  ports: BroadcastPorts;
  incident: TicketId;
  owed: Owed;
  now: Date;
  close: () => void;
  onSnoozed: () => Promise<void>;
}) {
  const { ports, incident, owed, now, close, onSnoozed } = props;
  const { t, span } = useWords();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lengths = useId();
  useEffect(() => field.current?.focus(), []);
  const { task, run } = useTask(async (minutes: number) => {
    const { kind, due } = owed;
    const until = snoozeUntil(owed, minutes, now);
    const snoozed = await snoozeReminder(ports, incident, { kind, due, until, reason });
    if (snoozed.do === 'refuse' && snoozed.because === 'no reason') field.current?.focus();
    if (snoozed.do === 'snoozed') await onSnoozed();
    return snoozed;
  });
  const outcome = task.state === 'done' ? task.value : undefined;
  const isUnsaid = outcome?.do === 'refuse' && outcome.because === 'no reason';
  const isRunning = task.state === 'running';

  return (
    <Form data-test-id="snooze-form" onSubmit={(event) => event.preventDefault()}>
      <ReasonField
        label={t('remind.reason')}
        hint={t('remind.reasonHint')}
        value={reason}
        unsaid={isUnsaid ? t('remind.noReason') : undefined}
        onChange={setReason}
        inputRef={field}
        testId="snooze-reason"
      />
      <Choice>
        <Label as="p" id={lengths}>
          {t('remind.length')}
        </Label>
        <Buttons role="group" aria-labelledby={lengths}>
          {SNOOZE_MINUTES[owed.kind].map((minutes) => (
            <Button
              key={minutes}
              size="small"
              disabled={isRunning}
              onClick={() => void run(minutes)}
              data-test-id={`snooze-${minutes}`}
            >
              {span(minutes * 60_000)}
            </Button>
          ))}
          <Button isBasic size="small" disabled={isRunning} onClick={close}>
            {t('remind.cancel')}
          </Button>
        </Buttons>
      </Choice>
      {outcome?.do === 'overtaken' && (
        <Small role="alert">
          {t(owed.kind === 'review' ? 'remind.reviewOvertaken' : 'remind.overtaken')}
        </Small>
      )}
      {outcome?.do === 'refuse' && outcome.because === 'record' && (
        <Small role="alert">{t('remind.record')}</Small>
      )}
      {task.state === 'failed' && <DoneFailed error={task.error} isSmall />}
    </Form>
  );
}
