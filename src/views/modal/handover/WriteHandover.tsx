import { Button } from '@zendeskgarden/react-buttons';
import { Field, Select } from '@zendeskgarden/react-forms';
import { useEffect, useRef, useState } from 'react';
import { handOver, LONGEST_NOTE } from '../../../actions/handOver.ts';
import type { HandoverRead } from '../../../actions/readHandover.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainDone, explainWhy } from '../../explain.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Section, Small, Title } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';
import { Foot, Head } from '../post/shapes.tsx';
import { TextField } from '../post/TextField.tsx';
import { explainHandover } from './explainHandover.ts';
import { HandedOver } from './HandedOver.tsx';
import { handoverText } from './handoverText.ts';

/** To whom, and the note: it begins with what the record knows. */
export function WriteHandover(props: { ports: ModalPorts; read: HandoverRead; close: () => void }) {
  const { ports, read, close } = props;
  const { incident, lead, facts, refusal, colleagues } = read;
  const words = useWords();
  const { t } = words;
  const [to, setTo] = useState('');
  const [note, setNote] = useState(() => handoverText(facts, words));
  const [isTried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const colleague = colleagues.find(({ id }) => String(id) === to);
  const { task, run } = useTask(async () =>
    handOver(ports, incident.id, { to: colleague, from: lead?.id, note }),
  );
  if (task.state === 'done' && task.value.do === 'handed over' && colleague)
    return <HandedOver name={colleague.name} isAssigned={task.value.isAssigned} close={close} />;
  const trouble =
    task.state === 'failed'
      ? explainDone(task.error, words)
      : task.state === 'done'
        ? explainHandover(task.value, words)
        : undefined;
  const isMissing = isTried && !colleague;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (colleague) void run();
      }}
    >
      <Head>
        <Title ref={heading} tabIndex={-1}>
          {t('people.title')} <Small as="span" dir="auto">{`· ${incident.title}`}</Small>
        </Title>
      </Head>
      {refusal && <Note weight="warning">{explainRefusal(refusal, words)}</Note>}
      {trouble && <Note weight="danger">{trouble}</Note>}
      <Section>
        <Field>
          <Field.Label>{t('people.to')}</Field.Label>
          <Select
            value={to}
            onChange={(event) => setTo(event.target.value)}
            data-test-id="handover-to"
            {...(isMissing && { validation: 'error' as const })}
          >
            <option value="">{t('people.choose')}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          {isMissing && <Field.Message validation="error">{t('people.missing')}</Field.Message>}
        </Field>
        <ListRemarks read={read} />
        <TextField
          form="handover"
          name="note"
          label={t('people.note')}
          hint={t('people.noteHint')}
          lines={8}
          most={LONGEST_NOTE}
          value={note}
          onChange={setNote}
        />
      </Section>
      <Foot>
        <Button onClick={close}>{t('people.cancel')}</Button>
        <Button
          type="submit"
          isPrimary
          disabled={task.state === 'running' || refusal !== undefined}
          data-test-id="handover-send"
        >
          {task.state === 'running'
            ? t('people.sending')
            : colleague
              ? t('people.send', { name: colleague.name })
              : t('people.sendNobody')}
        </Button>
      </Foot>
    </form>
  );
}

function ListRemarks({ read: { colleagues, isAll, error } }: { read: HandoverRead }) {
  const words = useWords();
  const { t } = words;
  if (error) return <Small role="alert">{t('people.listFailed', { why: explainWhy(error, words) })}</Small>;
  if (!isAll) return <Small>{t('people.listPart')}</Small>;
  return colleagues.length === 0 ? <Small>{t('people.nobodyElse')}</Small> : null;
}
