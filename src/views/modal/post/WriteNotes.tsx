import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import type { BroadcastRefusal } from '../../../domain/broadcaster.ts';
import type { Incident } from '../../../domain/incident.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { explainLook } from '../../explain.ts';
import { explainRefusal, explainRefusedPost } from '../../explainRefusal.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Overtaken } from './Overtaken.tsx';
import { Shut } from './Shut.tsx';
import { SlowPosting } from './SlowPosting.tsx';
import type { ApprovalAsked } from './useApproval.ts';
import type { Posting } from './usePosting.ts';
import type { Kept } from './useUpdateForm.ts';
import { Waiting } from './Waiting.tsx';

/** What there is to know before anything is posted, and why nothing was. */
export function WriteNotes(props: {
  incident: Incident;
  refusal: BroadcastRefusal | undefined;
  reopening: ReactNode;
  approval: ApprovalAsked;
  kept: Kept | undefined;
  posting: Posting;
  now: Date;
}) {
  const { incident, refusal, reopening, approval, kept, posting, now } = props;
  const { claimed, error, readError } = posting;
  const waiting = claimed?.do === 'waiting' ? claimed.proposal : approval.waiting;
  const words = useWords();
  const { t } = words;
  return (
    <>
      {refusal && <Note weight="warning">{explainRefusal(refusal, words)}</Note>}
      {incident.recordTrouble && (
        <Note weight="danger">{t('trouble.record', { detail: incident.recordTrouble })}</Note>
      )}
      {reopening}
      {waiting && <Waiting proposal={waiting} isNeeded={approval.rule !== undefined} now={now} />}
      {kept && (
        <Note weight="success">
          <span>{kept.isOlder ? t('post.keptOlder', { n: kept.newest }) : t('post.kept')}</span>
          <div>
            <Button isLink size="small" onClick={kept.startAnew}>
              {t('post.startAnew')}
            </Button>
          </div>
        </Note>
      )}
      <SlowPosting isPosting={posting.isPosting} now={now} />
      {error !== undefined && <DoneFailed error={error} />}
      {claimed?.do === 'refuse' && <Note weight="danger">{explainRefusedPost(claimed, words)}</Note>}
      {claimed?.do === 'shut' && <Shut look={claimed.look} now={now} />}
      {claimed?.do === 'overtaken' && (
        <Overtaken by={claimed.by} now={now} isReading={posting.isReading} goOn={() => void posting.goOn()} />
      )}
      {readError !== undefined && <Note weight="danger">{explainLook(readError, undefined, words)}</Note>}
    </>
  );
}
