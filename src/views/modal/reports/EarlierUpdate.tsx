import { useEffect } from 'react';
import { recallUpdates } from '../../../actions/recallUpdates.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { type ModalPorts, ServiceError } from '../../../ports.ts';
import { explainWhy } from '../../explain.ts';
import { useWords, type Words } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { countOf } from '../../telling/reasonsOf.ts';
import { type Task, useTask } from '../../useTask.ts';

type Recalled = Awaited<ReturnType<typeof recallUpdates>>;

/** What is known of an update that is not the newest any more, and what is not. */
export function EarlierUpdate(props: {
  ports: Pick<ModalPorts, 'batches' | 'clock'>;
  incident: TicketId;
  n: number;
}) {
  const { ports, incident, n } = props;
  const words = useWords();
  const { task, run } = useTask(() => recallUpdates(ports, incident));
  useEffect(() => void run(), [run]);
  return (
    <div role="status" data-test-id="earlier-update">
      {linesOf(task, n, ports.clock.now(), words).map((line) => (
        <Small key={line}>{line}</Small>
      ))}
      <Small>{words.t('reports.past.ledger')}</Small>
    </div>
  );
}

function linesOf(task: Task<Recalled>, n: number, now: Date, words: Words): string[] {
  const { t, clockTime, listOf } = words;
  if (task.state === 'failed') {
    const why = task.error instanceof ServiceError ? explainWhy(task.error, words) : t('trouble.bug');
    return [t('reports.past.failed', { n, why })];
  }
  if (task.state !== 'done') return [t('reports.past.loading', { n })];
  const recalled = task.value.get(n);
  if (!recalled) return [t('reports.past.unknown', { n })];
  const { told: end, postedAt } = recalled;
  const posted = clockTime(postedAt, now);
  if (!end) return [t('reports.past.noEnd', { n, posted })];
  const { told, total, skipped, at } = end;
  const reasons = Object.entries(skipped).map(([reason, count]) => countOf(reason, count, t));
  return [
    t('reports.past.ended', { n, posted, time: clockTime(at, now), told, total }),
    ...(reasons.length > 0 ? [t('reports.past.skipped', { reasons: listOf(reasons) })] : []),
  ];
}
