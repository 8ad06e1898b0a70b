import { Button } from '@zendeskgarden/react-buttons';
import { useEffect } from 'react';
import { owedDay, tellReviewDue } from '../../actions/tellReviewDue.ts';
import type { Review } from '../../domain/record.ts';
import { dueDay } from '../../domain/review.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainReason } from '../explainReason.ts';
import { useWords } from '../phrases.tsx';
import { Row, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { Involved } from './IncidentStatus.tsx';
import type { KnownProps } from './Sidebar.tsx';
import type { Broadcaster } from './useBroadcaster.ts';

/** Whether Engineering's issue says when the review is due. Another day is told by itself, what failed by hand. */
export function ReviewIssue(
  props: KnownProps & { standing: Involved; review: Review; broadcaster: Broadcaster | undefined },
) {
  const { ports, refresh, standing, review, broadcaster } = props;
  const { incident } = standing;
  const words = useWords();
  const { t } = words;
  const key = incident.jiraKey;
  const { task, run } = useTask(async (byHand: boolean) => {
    await tellReviewDue(await ports.broadcasting(), incident.id, byHand);
    await refresh();
  });
  const mayTell = ports.issues !== undefined && key !== undefined && broadcaster && !broadcaster.refusal;
  const owed = mayTell ? owedDay(incident, false) : undefined;
  useEffect(() => {
    if (owed) void run(false);
  }, [owed, run]);
  const { issue } = review;
  if (!key || !ports.issues) return null;
  if (task.state === 'failed') return <DoneFailed error={task.error} isSmall />;
  if (!issue || issue.day !== dueDay(review)) return null;
  if (issue.outcome === 'told')
    return <Small data-test-id="review-issue">{t('review.onIssue', { key })}</Small>;
  return (
    <Row data-test-id="review-issue">
      <Small role="alert">
        {t('review.notOnIssue', { key, why: explainReason('Jira', issue.reason, issue.detail, words) })}
      </Small>
      {mayTell && (
        <Button isLink size="small" disabled={task.state === 'running'} onClick={() => void run(true)}>
          {t('review.tryAgain')}
        </Button>
      )}
    </Row>
  );
}
