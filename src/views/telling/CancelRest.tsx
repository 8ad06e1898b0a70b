import { Button } from '@zendeskgarden/react-buttons';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { useTask } from '../useTask.ts';
import type { Telling } from './useTelling.ts';

/** Ends a paused broadcast for everybody: nobody's browser goes on with it by itself. */
export function CancelRest({ telling }: { telling: Telling }) {
  const { t } = useWords();
  const { task, run } = useTask(telling.cancel);
  return (
    <>
      <Button
        size="small"
        isBasic
        disabled={task.state === 'running'}
        onClick={() => void run()}
        data-test-id="telling-cancel"
      >
        {task.state === 'running' ? t('telling.cancelling') : t('telling.cancel')}
      </Button>
      {task.state === 'failed' && <DoneFailed error={task.error} isSmall />}
    </>
  );
}
