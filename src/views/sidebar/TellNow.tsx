import { Button } from '@zendeskgarden/react-buttons';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';
import { tellLate } from './tellLate.ts';

/** Asks once, and brings the update in force to this customer without the composer. */
export function TellNow(
  props: Pick<KnownProps, 'ports' | 'seen' | 'refresh' | 'tell'> & { incident: Incident; onOver: () => void },
) {
  const { ports, seen, refresh, tell, incident, onOver } = props;
  const words = useWords();
  const { t } = words;
  const send = useTask(async () => {
    tell(undefined);
    const telling = await tellLate(ports, incident.id, seen.ticket.id, words);
    await refresh();
    tell(telling);
    onOver();
  });
  const isBusy = send.task.state === 'running';
  return (
    <>
      <p>{t('late.ask', { n: newestUpdate(incident) })}</p>
      {send.task.state === 'failed' && <DoneFailed error={send.task.error} />}
      <Buttons>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => void send.run()}
          data-test-id="tell-now-yes"
          autoFocus
        >
          {isBusy ? t('late.sending') : t('late.yes')}
        </Button>
        <Button size="small" isBasic disabled={isBusy} onClick={onOver}>
          {t('late.no')}
        </Button>
      </Buttons>
    </>
  );
}
