import { Button } from '@zendeskgarden/react-buttons';
import { relapseIn } from '../../domain/answers.ts';
import { explainDone, explainWhy } from '../explain.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Row, Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useAnswers } from './useAnswers.ts';
import type { Broadcaster } from './useBroadcaster.ts';

/** How many have answered the newest update, and after *resolved* how many of them sound as if it were not. */
export function AnswersSection(
  props: KnownProps & { standing: Involved; broadcaster: Broadcaster | undefined },
) {
  const { standing, ports, now, broadcaster, refresh } = props;
  const { incident } = standing;
  const words = useWords();
  const { t, ago } = words;
  const { answers, read, error } = useAnswers(ports, incident);
  const reopen = useTask(async () => {
    await ports.modals.open({ show: 'post', incident: incident.id, stage: 'investigating' });
    await refresh();
  });
  if (!answers)
    return error === undefined ? null : (
      <Section data-test-id="answers">
        <Small role="alert">{t('answers.failed', { why: explainWhy(error, words) })}</Small>
      </Section>
    );
  const count = answers.replied.filter(({ id }) => !read?.none.has(id)).length;
  if (count === 0 && answers.unknown === 0) return null;
  const { n, looked, isAll, unknown } = answers;
  const { broken, isRelapse } = relapseIn(incident, read?.answers ?? [], ports.settings.relapseAt);
  const mayPost = broadcaster && !broadcaster.refusal && !incident.recordTrouble && !incident.isClosed;
  return (
    <Section data-test-id="answers" aria-label={t('answers.heading')}>
      <Row>
        <span>{t(isAll ? 'answers.since' : 'answers.sinceOf', { count, n, looked })}</span>
        <OpenModal
          {...props}
          task={{ show: 'reports', incident: incident.id, answered: true }}
          testId="answers-see"
        >
          {t('answers.see')}
        </OpenModal>
      </Row>
      {broken > 0 && !isRelapse && <Small>{t('answers.broken', { count: broken })}</Small>}
      {isRelapse && (
        <Note weight="warning">
          <strong data-test-id="relapse">{t('answers.relapse', { count: broken })}</strong>
          <span>{t('answers.relapseWhy')}</span>
          {mayPost && (
            <div>
              <Button
                size="small"
                disabled={reopen.task.state === 'running'}
                onClick={() => void reopen.run()}
                data-test-id="relapse-reopen"
              >
                {t('lead.reopen')}
              </Button>
            </div>
          )}
          {reopen.task.state === 'failed' && <span>{explainDone(reopen.task.error, words)}</span>}
        </Note>
      )}
      {read && read.unread > 0 && <Small>{t('answers.unread', { count: read.answers.length })}</Small>}
      {unknown > 0 && <Small>{t('answers.unknown', { count: unknown })}</Small>}
      <Small>{t('time.counted', { age: ago(now.getTime() - answers.asOf.getTime()) })}</Small>
    </Section>
  );
}
