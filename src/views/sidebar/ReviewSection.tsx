import { Anchor, Button } from '@zendeskgarden/react-buttons';
import { beginReview } from '../../actions/changeReview.ts';
import { owedState, promisesOf, snoozeInForce } from '../../domain/promises.ts';
import type { Review } from '../../domain/record.ts';
import { reviewStanding } from '../../domain/review.ts';
import { Badge } from '../Badge.tsx';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainRefusal } from '../explainRefusal.ts';
import { useWords } from '../phrases.tsx';
import { Buttons, Label, Row, Section, Small } from '../pieces.tsx';
import { dueWords, STATE_PHRASES } from '../reviewWords.ts';
import { useTask } from '../useTask.ts';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import { ReviewIssue } from './ReviewIssue.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { Snooze } from './Snooze.tsx';
import { type Broadcaster, useBroadcaster } from './useBroadcaster.ts';

type Props = KnownProps & { standing: Involved; broadcaster: Broadcaster | undefined };

/** The root cause analysis that is owed: when, by whom, where it is written, and the way to customers. */
export function ReviewSection(props: Props) {
  const { standing, ports, now } = props;
  const { incident } = standing;
  const { t } = useWords();
  const { review } = incident;
  const reminded = promisesOf(incident, ports.settings).find(
    (owed) => owed.kind === 'review' && (owedState(owed, now) !== 'kept' || snoozeInForce(owed, now)),
  );
  return (
    <>
      <Section aria-labelledby="review" data-test-id="review">
        <Row>
          <Label id="review">{t('review.heading')}</Label>
          {review && (
            <Badge $tone={review.state === 'sent' ? 'success' : 'neutral'}>
              {t(STATE_PHRASES[review.state])}
            </Badge>
          )}
        </Row>
        {review ? <Owed {...props} review={review} /> : <Begin {...props} />}
      </Section>
      {reminded && <Snooze {...props} incident={incident} owed={reminded} />}
    </>
  );
}

function Owed(props: Props & { review: Review }) {
  const { standing, ports, now, review } = props;
  const sender = useBroadcaster(ports, 'review');
  const { incident } = standing;
  const words = useWords();
  const { t } = words;
  const isLate = reviewStanding(review, now) === 'late';
  const mayWrite = !incident.isClosed && !incident.recordTrouble;
  const maySend = mayWrite && incident.isOver && sender !== undefined && !sender.refusal;
  return (
    <>
      <div data-test-id="review-due">
        {isLate ? <Badge $tone="danger">{dueWords(review, now, words)}</Badge> : dueWords(review, now, words)}
      </div>
      <Row>
        <Small dir="auto">
          {review.owner ? t('review.owner', { name: review.owner.name }) : t('review.noOwner')}
        </Small>
        {review.link && (
          <Small as="span">
            <Anchor href={review.link} target="_blank" rel="noreferrer" data-test-id="review-link">
              {t('review.document')}
            </Anchor>
          </Small>
        )}
      </Row>
      <ReviewIssue {...props} review={review} />
      {incident.isClosed && <Small>{explainRefusal({ because: 'incident closed' }, words)}</Small>}
      <Row>
        {maySend && (
          <OpenModal {...props} task={{ show: 'rca', incident: incident.id }} testId="review-send">
            {t('review.send')}
          </OpenModal>
        )}
        {mayWrite && (
          <OpenModal {...props} task={{ show: 'review', incident: incident.id }} testId="review-edit">
            {t('review.edit')}
          </OpenModal>
        )}
      </Row>
    </>
  );
}

/** An incident that was solved by hand has none until somebody asks for it. */
function Begin({ standing, ports, refresh, broadcaster }: Props) {
  const { incident } = standing;
  const { t } = useWords();
  const begin = useTask(async () => {
    await beginReview(await ports.broadcasting(), incident.id);
    await refresh();
  });
  const mayBegin = !incident.isClosed && !incident.recordTrouble && broadcaster && !broadcaster.refusal;
  return (
    <>
      <Small>{t('review.none')}</Small>
      {mayBegin && (
        <Buttons>
          <Button
            isLink
            size="small"
            disabled={begin.task.state === 'running'}
            onClick={() => void begin.run()}
            data-test-id="review-begin"
          >
            {t('review.begin')}
          </Button>
        </Buttons>
      )}
      {begin.task.state === 'failed' && <DoneFailed error={begin.task.error} isSmall />}
    </>
  );
}
