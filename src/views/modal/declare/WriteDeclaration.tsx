import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { checkBroadcaster } from '../../../actions/checkBroadcaster.ts';
import { type DeclareTrouble, declareTroubles } from '../../../domain/declareDraft.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { useWords } from '../../phrases.tsx';
import { Title } from '../../pieces.tsx';
import { useNow } from '../../useNow.ts';
import { useTask } from '../../useTask.ts';
import { Foot, Head } from '../post/shapes.tsx';
import { DeclareColumns } from './DeclareColumns.tsx';
import { DeclareNotes } from './DeclareNotes.tsx';
import { FIELDS, fieldTroubles } from './declareWords.ts';
import { useDeclaring } from './useDeclaring.ts';
import { useDraft } from './useDraft.ts';

/** The form in which an incident is declared. What is written is kept until the incident is there. */
export function WriteDeclaration(props: {
  ports: ModalPorts;
  ticket: Ticket | undefined;
  /** Tickets that say the same. */
  others: readonly Ticket[];
  /** The incident from which they are split off. */
  from?: TicketId | undefined;
  onDeclared: (incident: TicketId, summary: string) => void;
  close: () => void;
}) {
  const { ports, ticket, others, from, onDeclared, close } = props;
  const words = useWords();
  const { t } = words;
  const now = useNow(ports.clock.now);
  const drafting = useDraft(ports, ticket, others, from);
  const { form, change, forget, isKept, startAnew, chosen, counted, draft, lacking } = drafting;
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

  const wrong: readonly DeclareTrouble[] = isTried ? declareTroubles(draft, now) : [];
  const troubles = fieldTroubles(wrong, words);
  const isSealed = form.sentAt !== '';

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
    if (found.length === 0 && lacking.length === 0) return void declaring.send(draft, counted, knows);
    const at = fieldTroubles(found, words);
    const first = FIELDS.find((field) => at[field] !== undefined) ?? `demand-${lacking[0]?.id ?? ''}`;
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
      <DeclareColumns {...{ ports, ticket, others, drafting, troubles, isTried, now }} />
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
  useEffect(() => void run(ports, 'declare'), [run, ports]);
  return task.state === 'done' ? task.value : undefined;
}
