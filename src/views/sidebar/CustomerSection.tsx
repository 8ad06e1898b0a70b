import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import type { Inserted } from '../../actions/insertReply.ts';
import { newestUpdate } from '../../domain/incident.ts';
import { isLedgerDoubtful } from '../../domain/ledger.ts';
import { isOutside, needsFollowUp } from '../../domain/rca.ts';
import type { Standing } from '../../domain/standing.ts';
import { Badge } from '../Badge.tsx';
import { Disclose } from '../Disclose.tsx';
import { later } from '../later.tsx';
import { useWords } from '../phrases.tsx';
import { Label, Row, Section, Small } from '../pieces.tsx';
import { useShortcut } from '../useShortcut.ts';
import { useTask } from '../useTask.ts';
import { headingOf, previewLabel } from './customerWords.ts';
import { LastTold } from './LastTold.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useCustomer } from './useCustomer.ts';
import type { Guard } from './useGuard.ts';

const DoneFailed = later(() => import('../DoneFailed.tsx').then((file) => file.DoneFailed));
const ReplyPreview = later(() => import('./ReplyPreview.tsx').then((file) => file.ReplyPreview), Soon);
const InsertOutcome = later(() => import('./InsertOutcome.tsx').then((file) => file.InsertOutcome));
const LookedUp = later(() => import('./LookedUp.tsx').then((file) => file.LookedUp), Soon);
const Stopped = later(() => import('./Stopped.tsx').then((file) => file.Stopped), Soon);
const TellNow = later(() => import('./TellNow.tsx').then((file) => file.TellNow), Soon);

/** What this customer was told, and the reply that brings them up to date. */
export function CustomerSection(
  props: KnownProps & { standing: Extract<Standing, { kind: 'report' }>; guard: Guard },
) {
  const { seen, standing, ports, now, tell, guard } = props;
  const { incident, told } = standing;
  const { ticket } = seen;
  const words = useWords();
  const { t } = words;
  const customer = useCustomer(ports);
  const [isPreviewed, setPreviewed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const n = newestUpdate(incident);
  // With a record that can't be read nobody knows which update is the newest.
  const isKnown = incident.recordTrouble === undefined;
  const isCurrent = isKnown && ((told !== undefined && told >= n) || isOutside(incident, ticket));

  const insert = useTask(async (again: boolean): Promise<Inserted> => {
    tell(undefined);
    const { insertReply } = await import('../../actions/insertReply.ts');
    const inserted = await insertReply(ports, ticket.id, incident.id, { again });
    if (inserted.did !== 'nothing') guard.clear();
    return inserted;
  });
  const takenOut = () => {
    guard.clear();
    insert.reset();
    tell({ weight: 'success', text: t('guard.takenOut') });
  };
  useShortcut(() => void insert.run(false));
  // What was said of the last insertion is over once the ticket was saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is what tells
  useEffect(insert.reset, [ticket.updatedAt]);

  const outcome = insert.task.state === 'done' ? insert.task.value : undefined;
  const mayAgain = outcome?.did === 'nothing' && outcome.because === 'told';
  const isBusy = insert.task.state === 'running';
  const label = isBusy
    ? t('customer.inserting')
    : guard.stopped?.because === 'old'
      ? t('customer.replace', { n: guard.stopped.newest })
      : mayAgain
        ? t('customer.insertAgain')
        : n > 0
          ? t('customer.insert', { n })
          : t('customer.insertFirst');
  const isInserted = outcome !== undefined && outcome.did !== 'nothing';
  const isReachable = (ticket.status !== 'closed' || needsFollowUp(incident, ticket)) && !ticket.isMessaging;
  const mayTellNow = n > 0 && !isCurrent && isReachable && !isInserted && !guard.stopped;
  return (
    <Section aria-labelledby="customer">
      <Label id="customer">{headingOf(customer, now, words)}</Label>
      <Row>
        <div data-test-id="last-told">
          {isLedgerDoubtful(ticket, incident.id) ? (
            <LookedUp {...{ ports, ticket, incident, now }} />
          ) : (
            <LastTold {...{ ports, ticket, incident, now, told }} />
          )}
        </div>
        {isCurrent ? (
          <Badge $tone="success">{t('customer.current')}</Badge>
        ) : (
          isKnown &&
          told !== undefined && <Badge $tone="warning">{t('customer.behind', { count: n - told })}</Badge>
        )}
      </Row>
      {guard.stopped && (
        <Stopped stopped={guard.stopped} ports={ports} ticket={ticket} now={now} onTakenOut={takenOut} />
      )}
      {outcome && <InsertOutcome outcome={outcome} now={now} isStopped={guard.stopped !== undefined} />}
      {insert.task.state === 'failed' && <DoneFailed error={insert.task.error} />}
      {guard.stopped?.because === 'told' ? null : ticket.status === 'closed' ? (
        <Small>{t('customer.closed')}</Small>
      ) : (
        <Button
          isPrimary={
            guard.stopped?.because === 'old' ||
            (isKnown && !isCurrent && (outcome === undefined || outcome.did === 'nothing'))
          }
          isStretched
          disabled={isBusy}
          onClick={() => void insert.run(mayAgain)}
          aria-keyshortcuts="Control+Alt+I"
          data-test-id="insert"
        >
          {label}
        </Button>
      )}
      <Row>
        <Disclose isOpen={isPreviewed} setOpen={setPreviewed} testId="preview">
          {isPreviewed ? t('customer.hidePreview') : previewLabel(ports, customer, words)}
        </Disclose>
        {mayTellNow && !isAsking ? (
          <Button isLink size="small" onClick={() => setAsking(true)} data-test-id="tell-now">
            {t('customer.tellNow')}
          </Button>
        ) : (
          <Small aria-hidden>{t('customer.shortcut')}</Small>
        )}
      </Row>
      {mayTellNow && isAsking && <TellNow {...props} incident={incident} onOver={() => setAsking(false)} />}
      {isPreviewed && <ReplyPreview ports={ports} incident={incident} ticket={ticket} />}
    </Section>
  );
}

function Soon() {
  const { t } = useWords();
  return <Small>{t('loading')}</Small>;
}
