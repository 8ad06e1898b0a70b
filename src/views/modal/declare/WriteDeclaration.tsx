import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { checkBroadcaster } from '../../../actions/checkBroadcaster.ts';
import { type DeclareTrouble, declareTroubles } from '../../../domain/declareDraft.ts';
import { chosenTickets, tick, toDeclareDraft } from '../../../domain/declareForm.ts';
import { impactWords } from '../../../domain/impactWords.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { isLacking } from '../../declare/DemandFields.tsx';
import { useWords } from '../../phrases.tsx';
import { Title } from '../../pieces.tsx';
import { useNow } from '../../useNow.ts';
import { useTask } from '../../useTask.ts';
import { Column, Columns, Foot, Head } from '../post/shapes.tsx';
import { ChooseTickets } from './ChooseTickets.tsx';
import { DeclareFields } from './DeclareFields.tsx';
import { DeclareNotes } from './DeclareNotes.tsx';
import { FIELDS, fieldTroubles } from './declareWords.ts';
import { ImpactField } from './ImpactField.tsx';
import { IssueFields } from './IssueFields.tsx';
import { ProblemField } from './ProblemField.tsx';
import { useDeclareForm } from './useDeclareForm.ts';
import { useDeclaring } from './useDeclaring.ts';
import { useCustomers, useDemands, useLookAlikes, useProblems } from './useNearby.ts';

// Once it is sent nothing of it changes until it is known what became of it.
const Sealable = styled.fieldset`
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
`;

/** The form in which an incident is declared. What is written is kept until the incident is there. */
export function WriteDeclaration(props: {
  ports: ModalPorts;
  ticket: Ticket | undefined;
  onDeclared: (incident: TicketId, summary: string) => void;
  close: () => void;
}) {
  const { ports, ticket, onDeclared, close } = props;
  const words = useWords();
  const { t } = words;
  const now = useNow(ports.clock.now);
  const { form, change, forget, isKept, startAnew } = useDeclareForm(ports, ticket);
  const lookAlikes = useLookAlikes(ports, ticket, '');
  const demands = useDemands(ports);
  const problems = useProblems(ports);
  const chosen = chosenTickets(form, lookAlikes.state === 'seen' ? lookAlikes.value : []);
  const customers = useCustomers(ports, chosen);
  const refusal = useRefusal(ports);
  const declaring = useDeclaring(ports, form, change);
  const { outcome, isSending } = declaring;
  const [isTried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (outcome && outcome.do !== 'declared') heading.current?.focus();
  }, [outcome]);

  const counted =
    customers.state === 'seen' ? impactWords(customers.value.impact, customers.value.writers) : '';
  const draft = toDeclareDraft(form, chosen, counted);
  const wrong: readonly DeclareTrouble[] = isTried ? declareTroubles(draft, now) : [];
  const troubles = fieldTroubles(wrong, words);
  const isSealed = form.sentAt !== '';
  const kind = demands.state === 'seen' ? demands.value.kinds.find(({ id }) => id === form.kind) : undefined;
  const isAnswered = form.issue !== 'file' || !kind?.fields.some((field) => isLacking(field, form.values));

  const done = (incident: TicketId) => {
    forget();
    onDeclared(incident, form.summary);
  };
  // One that was sent before the modal was closed, and is there.
  useEffect(() => {
    if (form.incident > 0 && !isSending && !outcome) done(form.incident);
    if (outcome?.do === 'declared' && outcome.twins.length === 0) done(outcome.incident);
  });

  function send(knows: readonly TicketId[] = form.knows) {
    setTried(true);
    const found = declareTroubles(draft, ports.clock.now());
    if (found.length === 0 && isAnswered) return void declaring.send(draft, counted, knows);
    const at = fieldTroubles(found, words);
    const first = FIELDS.find((field) => at[field] !== undefined) ?? `demand-${kind?.fields[0]?.id ?? ''}`;
    const field = place.current?.elements.namedItem(first);
    if (field instanceof HTMLElement) field.focus();
  }

  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target === button.current) return;
        if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) {
          event.preventDefault();
          button.current?.focus();
        }
      }}
    >
      <Head>
        <Title ref={heading} tabIndex={-1}>
          {t('declare.heading')}
        </Title>
      </Head>
      <DeclareNotes
        {...{ refusal, form, isKept, startAnew, declaring }}
        openTicket={ports.openTicket}
        goOn={(knows) =>
          outcome?.do === 'declared' ? done(outcome.incident) : send([...form.knows, ...knows])
        }
        yieldTo={(twin) => {
          if (outcome?.do !== 'declared') return;
          void declaring.withdraw(outcome.incident, twin.id, draft.reports).then(() => forget());
        }}
      />
      <Sealable disabled={isSealed}>
        <Columns>
          <Column>
            <DeclareFields form={form} change={change} troubles={troubles} now={now} />
          </Column>
          <Column>
            <ChooseTickets
              ticket={ticket}
              lookAlikes={lookAlikes}
              chosen={chosen}
              now={now}
              onTick={(id, isChosen) => change(tick(form, id, isChosen))}
            />
            <ImpactField
              customers={customers}
              chosen={chosen}
              more={form.more}
              trouble={troubles.more}
              onChange={(more) => change({ more })}
            />
            <IssueFields {...{ ports, form, change, demands, isTried }} keyTrouble={troubles.issueKey} />
            <ProblemField
              value={form.problem}
              problems={problems}
              onChange={(problem) => {
                const known = problems.state === 'seen' ? problems.value : [];
                const subject = known.find(({ id }) => id === problem)?.subject;
                change({ problem, ...(subject && { summary: subject }) });
              }}
            />
          </Column>
        </Columns>
      </Sealable>
      <Foot>
        <Button onClick={close} data-test-id="declare-cancel">
          {t('declare.cancel')}
        </Button>
        <Button
          ref={button}
          type="submit"
          isPrimary
          disabled={isSending || refusal !== undefined || outcome?.do === 'declared'}
          data-test-id="declare-send"
        >
          {isSending
            ? t('declare.sending')
            : isSealed
              ? t('declare.sendAgain')
              : chosen.length > 0
                ? t('declare.send', { count: draft.reports.length })
                : t('declare.sendAlone')}
        </Button>
      </Foot>
    </form>
  );
}

// Where it can't be found out, declaring says why.
function useRefusal(ports: ModalPorts) {
  const { task, run } = useTask(checkBroadcaster);
  useEffect(() => void run(ports), [run, ports]);
  return task.state === 'done' ? task.value : undefined;
}
