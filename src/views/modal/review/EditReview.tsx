import { useEffect } from 'react';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import { useIncident } from '../useIncident.ts';
import { ReviewForm } from './ReviewForm.tsx';

/** Changing what is written down of the review. */
export function EditReview(props: { ports: ModalPorts; incidentId: TicketId; close: () => void }) {
  const { ports, incidentId, close } = props;
  const words = useWords();
  const { incident, error, lookAgain } = useIncident(ports, incidentId);
  const { task: me, run } = useTask(ports.tickets.me);
  useEffect(() => void run(), [run]);
  if (error !== undefined && !incident)
    return <LookFailed error={error} again={() => void lookAgain().catch(() => {})} />;
  if (!incident || me.state === 'running' || me.state === 'idle') return <Loading />;
  if (incident.recordTrouble)
    return <Note weight="danger">{explainRefusal({ because: 'record' }, words)}</Note>;
  if (!incident.review) return <Note weight="warning">{words.t('review.gone')}</Note>;
  return (
    <ReviewForm
      ports={ports}
      incident={incident}
      review={incident.review}
      myName={me.state === 'done' ? me.value.name : ''}
      close={close}
    />
  );
}
