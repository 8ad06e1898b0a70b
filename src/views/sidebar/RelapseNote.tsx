import { Button } from '@zendeskgarden/react-buttons';
import type { Incident } from '../../domain/incident.ts';
import { explainDone } from '../explain.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

/** So many customers say after *resolved* that it is not that somebody has to look: first of all, with the way back. */
export function RelapseNote(
  props: Pick<KnownProps, 'ports' | 'refresh'> & { incident: Incident; count: number },
) {
  const { incident, count, ports, refresh } = props;
  const words = useWords();
  const { t } = words;
  const broadcaster = useBroadcaster(ports);
  const reopen = useTask(async () => {
    await ports.modals.open({ show: 'post', incident: incident.id, stage: 'investigating' });
    await refresh();
  });
  const mayPost = broadcaster && !broadcaster.refusal && !incident.recordTrouble && !incident.isClosed;
  return (
    <Note weight="warning">
      <strong data-test-id="relapse">{t('answers.relapse', { count })}</strong>
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
  );
}
