import { useEffect } from 'react';
import { readHandover } from '../../../actions/readHandover.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import type { ModalProps } from '../Modal.tsx';
import { WriteHandover } from './WriteHandover.tsx';

/** Giving the incident to a colleague, with a note for the next shift. */
export function HandOver({ ports, task, close }: ModalProps<'handover'>) {
  const { task: reading, run } = useTask(() => readHandover(ports, task.incident));
  useEffect(() => void run(), [run]);
  if (reading.state === 'failed') return <LookFailed error={reading.error} again={run} />;
  if (reading.state !== 'done') return <Loading />;
  return <WriteHandover ports={ports} read={reading.value} close={close} />;
}
