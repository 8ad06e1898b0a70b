import { useEffect } from 'react';
import { lastHeard } from '../../actions/lastHeard.ts';
import { newestUpdate } from '../../domain/incident.ts';
import { explainWhy } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import { LastTold, type LastToldProps } from './LastTold.tsx';

/** What this customer was last told where the ledger does not say it, as the ticket's audits have it. */
export function LookedUp(props: LastToldProps) {
  const { ports, ticket, incident } = props;
  const words = useWords();
  const { t } = words;
  const { task, run } = useTask(lastHeard);
  // With a record that can't be read nobody knows which is the newest.
  const newest = incident.recordTrouble ? Number.POSITIVE_INFINITY : newestUpdate(incident);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up anew when the ticket has changed
  useEffect(
    () => void run(ports.tickets, ticket.id, incident.id, newest),
    [ticket.updatedAt, incident.id, newest],
  );
  switch (task.state) {
    case 'idle':
    case 'running':
      return <Small>{t('history.looking')}</Small>;
    case 'failed':
      return (
        <>
          <p>{t('history.unknown')}</p>
          <Small>{t('history.why', { why: explainWhy(task.error, words) })}</Small>
        </>
      );
    case 'done':
      return (
        <>
          <LastTold {...props} told={task.value} />
          <Small>{t('history.byHistory')}</Small>
        </>
      );
  }
}
