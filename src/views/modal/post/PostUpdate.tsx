import { useEffect, useState } from 'react';
import type { Proposal } from '../../../domain/proposal.ts';
import type { Update } from '../../../domain/record.ts';
import { DrillNote } from '../../DrillMark.tsx';
import { LookFailed } from '../../LookFailed.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import type { ModalProps } from '../Modal.tsx';
import { useIncident } from '../useIncident.ts';
import { Posted } from './Posted.tsx';
import { Proposed } from './Proposed.tsx';
import { WriteUpdate } from './WriteUpdate.tsx';

/** Writing an incident's next update, and telling everyone. */
export function PostUpdate({ ports, task, close }: ModalProps<'post'>) {
  const { incident, error, lookAgain } = useIncident(ports, task.incident);
  const { task: me, run: askWho } = useTask(ports.tickets.me);
  useEffect(() => void askWho(), [askWho]);
  const [posted, setPosted] = useState<Update>();
  const [proposed, setProposed] = useState<Proposal>();
  const trouble = error ?? (me.state === 'failed' ? me.error : undefined);
  if (trouble !== undefined && !(incident && me.state === 'done'))
    return (
      <LookFailed
        error={trouble}
        again={() => {
          lookAgain().catch(() => {});
          void askWho();
        }}
      />
    );
  if (!incident || me.state !== 'done') return <Loading />;
  if (proposed)
    return (
      <>
        <DrillNote incident={incident} />
        <Proposed ports={ports} incident={incident} proposal={proposed} close={close} />
      </>
    );
  if (posted)
    return (
      <>
        <DrillNote incident={incident} />
        <Posted ports={ports} incident={incident} update={posted} close={close} />
      </>
    );
  return (
    <>
      <DrillNote incident={incident} />
      <WriteUpdate
        ports={ports}
        incident={incident}
        stage={task.stage}
        me={me.value}
        lookAgain={lookAgain}
        onPosted={setPosted}
        onProposed={setProposed}
        close={close}
      />
    </>
  );
}
