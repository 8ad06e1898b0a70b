import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { checkBroadcaster } from '../../../actions/checkBroadcaster.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Deed } from '../../../domain/permission.ts';
import { planProposal } from '../../../domain/planProposal.ts';
import type { Proposal } from '../../../domain/proposal.ts';
import type { Update } from '../../../domain/record.ts';
import type { Stage } from '../../../domain/stage.ts';
import { type DraftTrouble, planUpdate } from '../../../domain/update.ts';
import { toDraft } from '../../../domain/updateForm.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import type { Agent } from '../../../ports.ts';
import { later } from '../../later.tsx';
import { useWords } from '../../phrases.tsx';
import { Small, Title } from '../../pieces.tsx';
import { useNow } from '../../useNow.ts';
import { useTask } from '../../useTask.ts';
import { AlsoTold } from './AlsoTold.tsx';
import { fieldTroubles, firstTrouble } from './fieldTroubles.ts';
import { Preview } from './Preview.tsx';
import { Reopens } from './Reopens.tsx';
import { Column, Columns, Foot, Head } from './shapes.tsx';
import { UpdateFields } from './UpdateFields.tsx';
import { useApproval } from './useApproval.ts';
import { usePosting } from './usePosting.ts';
import { useSurvey } from './useSurvey.ts';
import { useTracking } from './useTracking.ts';
import { useUpdateForm } from './useUpdateForm.ts';
import { WriteNotes } from './WriteNotes.tsx';

const Sweep = later(() => import('./Sweep.tsx').then((file) => file.Sweep));

/** Writing the update, and posting it: what is written is kept until it is posted. */
export function WriteUpdate(props: {
  ports: ModalPorts;
  incident: Incident;
  stage: Stage | undefined;
  me: Agent;
  lookAgain: () => Promise<Incident>;
  onPosted: (update: Update) => void;
  onProposed: (proposal: Proposal) => void;
  close: () => void;
}) {
  const { ports, incident, stage, me, lookAgain, onPosted, onProposed, close } = props;
  const words = useWords();
  const { t } = words;
  const now = useNow(ports.clock.now);
  const { form, change, goOn, forget, kept } = useUpdateForm(ports, incident, stage);
  const tracking = useTracking(ports, incident, form.stage === 'resolved', now);
  const survey = useSurvey(ports, incident);
  const { looked } = survey;
  const refusal = useRefusal(ports, form.stage === 'resolved' ? 'resolve' : 'post');
  const [isTried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const draft = toDraft(form, incident, me.name, now, tracking.tracked);
  const posting = usePosting(ports, incident.id, {
    onStart: survey.stop,
    onPosted(update) {
      forget();
      onPosted(update);
    },
    onProposed, // what was written stays until it has gone out: it may be refused
    // The button that was pressed is out of use for a moment, and what there is to say stands above.
    onNotPosted: () => heading.current?.focus(),
    onShut: tracking.learn,
    goOn: async () => goOn(await lookAgain()),
  });
  const isCounted = looked.end === 'whole';
  const approval = useApproval(ports, incident, posting, isCounted ? looked.survey : undefined, now);
  const planAt = (at: Date) =>
    approval.rule
      ? planProposal(incident, draft, me, at, approval.rule.minutes)
      : planUpdate(incident, draft, me, at);
  const plan = planAt(now);
  const wrong: readonly DraftTrouble[] = isTried && plan.do === 'refuse' ? plan.because : [];
  const troubles = fieldTroubles(wrong, form.eta.trim() !== '', words);

  function post() {
    setTried(true);
    const found = planAt(ports.clock.now());
    if (found.do === 'post') return void posting.post(form.seen, draft, approval.asking);
    const first = firstTrouble(fieldTroubles(found.because, form.eta.trim() !== '', words));
    const field = place.current?.elements.namedItem(first ?? '');
    if (field instanceof HTMLElement) field.focus();
  }

  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
      // Nobody tells a thousand people by a slip: the keys lead to the button, which says how many it tells.
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
          {draft.reopens
            ? t('post.reopenHeading', { n: form.seen + 1 })
            : t('post.heading', { n: form.seen + 1 })}{' '}
          <Small as="span" dir="auto">{`· ${incident.title}`}</Small>
        </Title>
      </Head>
      <WriteNotes
        incident={incident}
        refusal={refusal}
        reopening={draft.reopens ? <Reopens survey={looked.survey} /> : undefined}
        approval={approval}
        kept={kept}
        posting={posting}
        now={now}
      />
      <Columns>
        <Column>
          <UpdateFields
            form={form}
            change={change}
            incident={incident}
            troubles={troubles}
            tracking={tracking}
            now={now}
          />
          {form.stage === 'resolved' && !incident.isOver && (
            <Sweep
              ports={ports}
              incident={incident}
              now={now}
              mayTell={refusal === undefined}
              onChanged={survey.again}
              onOpen={(id) => {
                ports.openTicket(id);
                close(); // what was written is kept
              }}
            />
          )}
        </Column>
        <Column>
          <Preview ports={ports} incident={incident} draft={draft} looked={looked} lookAgain={survey.again} />
        </Column>
      </Columns>
      <Foot>
        {approval.rule ? (
          <Small data-test-id="post-approval">
            {t('approval.note', { wait: words.span(approval.rule.minutes * 60_000) })}
          </Small>
        ) : (
          <AlsoTold ports={ports} incident={incident} />
        )}
        <Button onClick={close} data-test-id="post-cancel">
          {t('post.cancel')}
        </Button>
        <Button
          ref={button}
          type="submit"
          isPrimary
          disabled={
            posting.isPosting ||
            refusal !== undefined ||
            incident.recordTrouble !== undefined ||
            (approval.rule !== undefined && approval.waiting !== undefined)
          }
          data-test-id="post-send"
        >
          {posting.isPosting
            ? t(approval.rule ? 'approval.proposing' : 'post.posting')
            : labelOf(isCounted ? looked.survey?.customers : undefined)}
        </Button>
      </Foot>
    </form>
  );

  function labelOf(customers: number | undefined): string {
    const n = form.seen + 1;
    if (approval.rule)
      return customers ? t('approval.propose', { count: customers }) : t('approval.proposeAlone', { n });
    if (draft.reopens)
      return customers ? t('post.reopenAndTell', { count: customers }) : t('post.reopenHeading', { n });
    return customers ? t('post.tell', { count: customers }) : t('post.heading', { n });
  }
}

// Where it can't be found out, claiming says why.
function useRefusal(ports: ModalPorts, deed: Deed) {
  const { task, run } = useTask(checkBroadcaster);
  useEffect(() => void run(ports, deed), [run, ports, deed]);
  return task.state === 'done' ? task.value : undefined;
}
