import { useEffect, useMemo } from 'react';
import { readStory } from '../../../actions/readStory.ts';
import { newestUpdate } from '../../../domain/incident.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { explainWhy } from '../../explain.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { StateOfReading } from '../../modal/reports/StateOfReading.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import type { Listed } from '../incident/useListing.ts';
import { Stack } from '../shapes.tsx';
import { CoverageChart } from './CoverageChart.tsx';
import { PromisesChart } from './PromisesChart.tsx';
import { ReportsChart } from './ReportsChart.tsx';

/** How the incident went, drawn: who wrote when, who had heard when, and which promises were kept. */
export function Charts(props: { ports: DeskPorts; id: TicketId; now: Date; listed: Listed }) {
  const { ports, id, now, listed } = props;
  const words = useWords();
  const { t } = words;
  const { task, run } = useTask(() => readStory(ports, id));
  useEffect(() => void run(), [run]);
  const { shown } = listed.list;
  const times = useMemo(() => shown?.rows.map(({ createdAt }) => createdAt) ?? [], [shown]);
  const reached = useMemo(() => {
    const n = shown ? newestUpdate(shown.incident) : 0;
    const told = shown?.rows.filter(({ told = -1 }) => told >= n).length ?? 0;
    return shown?.isWhole && n > 0
      ? { n, told, total: shown.rows.length, at: shown.asOf.getTime() }
      : undefined;
  }, [shown]);
  if (task.state === 'failed') return <LookFailed error={task.error} again={run} />;
  if (task.state !== 'done' || !shown) return <Loading />;
  const { entries, cutOff } = task.value;
  return (
    <Stack>
      {cutOff && <Note weight="warning">{t('desk.chart.cutOff', { why: explainWhy(cutOff, words) })}</Note>}
      <StateOfReading list={listed.list} listing={shown} now={now} />
      <ReportsChart times={times} entries={entries} />
      <CoverageChart entries={entries} reached={reached} />
      <PromisesChart entries={entries} asOf={task.value.asOf} />
    </Stack>
  );
}
