import { Button } from '@zendeskgarden/react-buttons';
import { openProposal } from '../../domain/approval.ts';
import { type Incident, isLate, newestUpdate } from '../../domain/incident.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainRefusal } from '../explainRefusal.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

type Props = Pick<KnownProps, 'ports' | 'refresh' | 'now'> & {
  incident: Incident;
  isOwn: boolean;
  /** `alarm`: beside the promise that was broken, and then nowhere else. */
  place: 'usual' | 'alarm';
};

/** Opens the modal in which the next update is written; for an incident that is over, the one that reopens it. */
export function PostButton({ incident, ports, refresh, now, isOwn, place }: Props) {
  const words = useWords();
  const { t } = words;
  const broadcaster = useBroadcaster(ports);
  const isResolved = incident.isOver || incident.stage === 'resolved';
  const post = useTask(async () => {
    await ports.modals.open({
      show: 'post',
      incident: incident.id,
      ...(isResolved && { stage: 'investigating' as const }),
    });
    await refresh();
  });
  // Nobody can post on a record that can't be read; that is said above.
  if (!broadcaster || incident.recordTrouble || incident.mergedInto) return null;
  const isAlarm = place === 'alarm';
  // Said once, where a person would look for the button.
  const refusal = incident.isClosed ? ({ because: 'incident closed' } as const) : broadcaster.refusal;
  if (refusal) return isAlarm ? null : <Small>{explainRefusal(refusal, words)}</Small>;
  if (isAlarm !== isLate(incident, now)) return null;
  return (
    <>
      <Button
        size={isOwn && !isAlarm ? 'medium' : 'small'}
        isPrimary={isOwn && !isResolved && !openProposal(incident, now)}
        isStretched={isOwn && !isAlarm}
        isDanger={isAlarm}
        disabled={post.task.state === 'running'}
        onClick={() => void post.run()}
        data-test-id="post-update"
      >
        {isResolved ? t('lead.reopen') : t('lead.post', { n: newestUpdate(incident) + 1 })}
      </Button>
      {post.task.state === 'failed' && <DoneFailed error={post.task.error} isSmall />}
    </>
  );
}
