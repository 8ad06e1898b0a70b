import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { useEffect, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { snoozeReminder } from '../../actions/snoozeReminder.ts';
import type { Owed } from '../../domain/promises.ts';
import { LONGEST_REASON, SNOOZE_MINUTES, snoozeUntil } from '../../domain/snooze.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import { explainDone } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { Buttons, Label, Small } from '../pieces.tsx';
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
  const words = useWords();
  const { t, span } = words;
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
      <Field>
        <Field.Label>{t('remind.reason')}</Field.Label>
        <Field.Hint>
          <Small as="span">{t('remind.reasonHint')}</Small>
        </Field.Hint>
        <Input
          ref={field}
          isCompact
          dir="auto"
          value={reason}
          maxLength={LONGEST_REASON}
          {...(isUnsaid && { validation: 'error' as const })}
          onChange={({ target }) => setReason(target.value)}
          data-test-id="snooze-reason"
        />
        {isUnsaid && <Field.Message validation="error">{t('remind.noReason')}</Field.Message>}
      </Field>
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
      {task.state === 'failed' && <Small role="alert">{explainDone(task.error, words)}</Small>}
    </Form>
  );
}
