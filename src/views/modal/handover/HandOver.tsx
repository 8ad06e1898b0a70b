import { Button } from '@zendeskgarden/react-buttons';
import { useEffect } from 'react';
import { readHandover } from '../../../actions/readHandover.ts';
import { explainLook } from '../../explain.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import type { ModalProps } from '../Modal.tsx';
import { WriteHandover } from './WriteHandover.tsx';

/** Giving the incident to a colleague, with a note for the next shift. */
export function HandOver({ ports, task, close }: ModalProps<'handover'>) {
  const words = useWords();
  const { task: reading, run } = useTask(() => readHandover(ports, task.incident));
  useEffect(() => void run(), [run]);
  if (reading.state === 'failed')
    return (
      <Note weight="danger">
        <span>{explainLook(reading.error, undefined, words)}</span>
        <div>
          <Button size="small" onClick={() => void run()}>
            {words.t('trouble.retry')}
          </Button>
        </div>
      </Note>
    );
  if (reading.state !== 'done') return <Loading />;
  return <WriteHandover ports={ports} read={reading.value} close={close} />;
}
