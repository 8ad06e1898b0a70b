import { useEffect, useState } from 'react';
import { surveyRca } from '../../../actions/surveyRca.ts';
import type { Update } from '../../../domain/record.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainWhy } from '../../explain.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import { Posted } from '../post/Posted.tsx';
import { useIncident } from '../useIncident.ts';
import { WriteRca } from './WriteRca.tsx';

/** Writing the root cause analysis for customers, and telling them: with the broadcast that tells updates. */
export function SendRca(props: { ports: ModalPorts; incidentId: TicketId; close: () => void }) {
  const { ports, incidentId, close } = props;
  const words = useWords();
  const { incident, error, lookAgain } = useIncident(ports, incidentId);
  const [posted, setPosted] = useState<Update>();
  const survey = useTask(surveyRca);
  const { run } = survey;
  useEffect(() => {
    if (incident && !posted) void run(ports, incident);
  }, [ports, incident, posted, run]);
  if (error !== undefined && !incident)
    return <LookFailed error={error} again={() => void lookAgain().catch(() => {})} />;
  if (!incident) return <Loading />;
  if (posted) return <Posted ports={ports} incident={incident} update={posted} close={close} />;
  const shut = incident.recordTrouble
    ? explainRefusal({ because: 'record' }, words)
    : incident.isClosed
      ? explainRefusal({ because: 'incident closed' }, words)
      : incident.isOver && incident.stage === 'resolved'
        ? undefined
        : explainRefusal({ because: 'not over' }, words);
  if (shut) return <Note weight="warning">{shut}</Note>;
  return (
    <WriteRca
      ports={ports}
      incident={incident}
      survey={survey.task.state === 'done' ? survey.task.value : undefined}
      surveyTrouble={
        survey.task.state === 'failed'
          ? words.t('review.countFailed', { why: explainWhy(survey.task.error, words) })
          : undefined
      }
      onPosted={setPosted}
      close={close}
    />
  );
}
