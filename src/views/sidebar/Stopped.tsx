import { Button } from '@zendeskgarden/react-buttons';
import { type TakenOut, takeOutReply } from '../../actions/takeOutReply.ts';
import type { Stop } from '../../domain/draft.ts';
import { toLedger } from '../../domain/ledger.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { useTask } from '../useTask.ts';
import { useToldAt } from './useToldAt.ts';

interface StoppedProps {
  readonly stopped: Stop;
  readonly ports: Ports;
  readonly ticket: Ticket;
  readonly now: Date;
  readonly onTakenOut: () => void;
}

/** Why a submit was stopped, and what to do now. The button that replaces an old reply is the section's own. */
export function Stopped(props: StoppedProps) {
  const { stopped } = props;
  const { t } = useWords();
  if (stopped.because === 'told') return <ToldMeanwhile {...props} told={stopped.told} />;
  return (
    <Note weight="warning">
      <strong>{t('guard.title')}</strong>
      <span>
        {t('guard.text', { held: stopped.held, newest: stopped.newest })} {t('guard.afterAll')}
      </span>
    </Note>
  );
}

/** The customer heard it while the reply was waiting in the composer; a click takes the reply out. */
function ToldMeanwhile({ told, ports, ticket, now, onTakenOut }: StoppedProps & { told: number }) {
  const { t, clockTime } = useWords();
  const incident = ticket.problemId ?? 0;
  const at = useToldAt(ports, ticket.id, toLedger({ incident, n: told }));
  const takeOut = useTask(async (): Promise<TakenOut> => {
    const taken = await takeOutReply(ports, ticket.id);
    if (taken.did === 'take out') onTakenOut();
    return taken;
  });
  const isEdited = takeOut.task.state === 'done' && takeOut.task.value.did === 'nothing';
  return (
    <>
      <Note weight="warning">
        <strong>{t('guard.toldTitle')}</strong>
        <span>
          {at ? t('guard.toldAt', { told, time: clockTime(at, now) }) : t('guard.toldText', { told })}{' '}
          {t('guard.anyway')}
        </span>
      </Note>
      {isEdited && <Note weight="warning">{t('guard.edited')}</Note>}
      {takeOut.task.state === 'failed' && <DoneFailed error={takeOut.task.error} />}
      <Button
        isPrimary
        isStretched
        disabled={takeOut.task.state === 'running'}
        onClick={() => void takeOut.run()}
        data-test-id="take-out"
      >
        {t('guard.takeOut')}
      </Button>
    </>
  );
}
