import { Button } from '@zendeskgarden/react-buttons';
import { explainDone } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { Telling } from './useTelling.ts';

/** Ends a paused broadcast for everybody: nobody's browser goes on with it by itself. */
export function CancelRest({ telling }: { telling: Telling }) {
  const words = useWords();
  const { t } = words;
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
      {task.state === 'failed' && <Small role="alert">{explainDone(task.error, words)}</Small>}
    </>
  );
}
