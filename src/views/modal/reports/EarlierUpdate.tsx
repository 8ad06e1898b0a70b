import { useEffect } from 'react';
import { type Recalled as RecalledUpdate, recallUpdates } from '../../../actions/recallUpdates.ts';
import type { Incident } from '../../../domain/incident.ts';
import { summaryOf } from '../../../domain/telling.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { toSummary } from '../../../domain/timeline.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainWhy } from '../../explain.ts';
import { useWords, type Words } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { countOf } from '../../telling/reasonsOf.ts';
import { type Task, useTask } from '../../useTask.ts';

type Recalled = Awaited<ReturnType<typeof recallUpdates>>;
type Known = Pick<RecalledUpdate, 'postedAt' | 'told'>;

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
  const { t } = words;
  if (task.state === 'failed') {
    const why = explainWhy(task.error, words);
    return [t('reports.past.failed', { n, why })];
  }
  if (task.state !== 'done') return [t('reports.past.loading', { n })];
  const recalled = task.value.get(n);
  if (!recalled) return [t('reports.past.unknown', { n })];
  return linesOfEnd(n, recalled, now, words);
}

function linesOfEnd(
  n: number,
  { told: end, postedAt }: Known,
  now: Date,
  { t, clockTime, listOf }: Words,
): string[] {
  const posted = clockTime(postedAt, now);
  if (!end) return [t('reports.past.noEnd', { n, posted })];
  const { told, total, skipped, at } = end;
  const reasons = Object.entries(skipped).map(([reason, count]) => countOf(reason, count, t));
  return [
    t('reports.past.ended', { n, posted, time: clockTime(at, now), told, total }),
    ...(reasons.length > 0 ? [t('reports.past.skipped', { reasons: listOf(reasons) })] : []),
  ];
}

/** How telling the newest update ended last time, where it failed on somebody: no ledger says that. */
export function LastEnd({ incident, now }: { incident: Incident; now: Date }) {
  const words = useWords();
  const { update } = incident;
  const receipt = summaryOf(incident);
  const end = receipt && toSummary(receipt, receipt.at);
  if (!update || !end || !UNTOLD_BY_LEDGERS.some((reason) => (end.skipped[reason] ?? 0) > 0)) return null;
  return (
    <div data-test-id="last-end">
      {linesOfEnd(update.n, { postedAt: update.at, told: end }, now, words).map((line) => (
        <Small key={line}>{line}</Small>
      ))}
    </div>
  );
}

const UNTOLD_BY_LEDGERS = ['refused', 'not allowed', 'too long'] as const;
