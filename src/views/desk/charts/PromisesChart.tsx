import { useMemo } from 'react';
import uPlot from 'uplot';
import { type Kept, promisesOf } from '../../../domain/chartData.ts';
import type { Entry } from '../../../domain/timeline.ts';
import { useTimeOf } from '../../modal/timeline/useTimeOf.ts';
import { useWords } from '../../phrases.tsx';
import { ChartCard } from './ChartCard.tsx';
import { Plot } from './Plot.tsx';
import { usePaint } from './usePaint.ts';

const MINUTE_MS = 60_000;
// One bar alone would be as wide as the chart.
const FEWEST = 4;

/** For every promised next update: how many minutes before (below the line) or after (above it) customers heard. */
export function PromisesChart({ entries, asOf }: { entries: readonly Entry[]; asOf: Date }) {
  const { t, span } = useWords();
  const { timeOf } = useTimeOf();
  const paint = usePaint();
  const promises = useMemo(() => promisesOf(entries, asOf), [entries, asOf]);
  const drawn = useMemo(() => promises.filter(({ lateMs }) => lateMs !== undefined), [promises]);
  const data = useMemo((): uPlot.AlignedData => {
    const minutes = (wanted: boolean) =>
      drawn.map((promise) => (isBroken(promise) === wanted ? (promise.lateMs ?? 0) / MINUTE_MS : null));
    return [drawn.map(({ n }) => n), minutes(false), minutes(true)] as uPlot.AlignedData;
  }, [drawn]);
  const options = useMemo(() => {
    const bars = uPlot.paths.bars?.({ size: [0.6, 64] });
    const first = drawn[0]?.n ?? 1;
    const last = Math.max(drawn.at(-1)?.n ?? 1, first + FEWEST - 1);
    const [numbers, minutes] = paint.axes;
    const bar = (color: string): uPlot.Series => ({
      stroke: color,
      fill: color,
      ...(bars && { paths: bars }),
      points: { show: false },
    });
    return {
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: [first - 0.6, last + 0.6] as [number, number] } },
      axes: [
        { ...numbers, values: minutes.values ?? null, incrs: [1, 2, 5, 10, 50], space: 40 },
        minutes,
      ] as uPlot.Axis[],
      series: [{}, bar(paint.good), bar(paint.bad)],
    };
  }, [drawn, paint]);
  const broken = promises.filter(isBroken).length;
  const kept = promises.filter(({ state }) => state === 'kept').length;
  return (
    <ChartCard
      name={t('desk.chart.promises')}
      hint={t('desk.chart.promisesHint', { kept, broken })}
      testId="chart-promises"
      columns={[t('desk.chart.givenIn'), t('desk.chart.due'), t('desk.chart.state'), t('desk.chart.by')]}
      rows={promises.map(({ n, due, state, lateMs }) => [
        t('promise.update', { n }),
        timeOf(new Date(due).toISOString()),
        t(`desk.promise.${state}`),
        lateMs === undefined
          ? ''
          : t(lateMs > 0 ? 'desk.promise.after' : 'desk.promise.before', { span: span(Math.abs(lateMs)) }),
      ])}
    >
      {drawn.length > 0 && (
        <Plot options={options} data={data} label={t('desk.chart.promisesHint', { kept, broken })} />
      )}
    </ChartCard>
  );
}

const isBroken = ({ state }: Kept) => state === 'late' || state === 'overdue';
