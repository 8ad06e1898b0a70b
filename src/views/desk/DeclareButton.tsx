import { Button } from '@zendeskgarden/react-buttons';
import type { DeskPorts } from '../../ports/desk.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainRefusal } from '../explainRefusal.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { useBroadcaster } from '../sidebar/useBroadcaster.ts';
import { useTask } from '../useTask.ts';

/** Opens the form in which an incident is declared, of no ticket in particular; for those who may. */
export function DeclareButton({ ports, refresh }: { ports: DeskPorts; refresh: () => Promise<void> }) {
  const words = useWords();
  const broadcaster = useBroadcaster(ports, 'declare');
  const declare = useTask(async () => {
    await ports.modals.open({ show: 'declare' });
    await refresh();
  });
  if (!broadcaster) return null;
  if (broadcaster.refusal) return <Small>{explainRefusal(broadcaster.refusal, words)}</Small>;
  return (
    <div>
      <Button
        size="small"
        disabled={declare.task.state === 'running'}
        onClick={() => void declare.run()}
        data-test-id="desk-declare"
      >
        {words.t('desk.declare')}
      </Button>
      {declare.task.state === 'failed' && <DoneFailed error={declare.task.error} isSmall />}
    </div>
  );
}
