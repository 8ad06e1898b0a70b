import { useMemo } from 'react';
import uPlot from 'uplot';
import { reportsOverTime } from '../../../domain/chartData.ts';
import type { Entry } from '../../../domain/timeline.ts';
import { useTimeOf } from '../../modal/timeline/useTimeOf.ts';
import { useWords } from '../../phrases.tsx';
import { ChartCard } from './ChartCard.tsx';
import { markTimes } from './markTimes.ts';
import { Plot } from './Plot.tsx';
import { usePaint } from './usePaint.ts';

// A count goes up in steps, not in slopes.
const stepped = uPlot.paths.stepped?.({ align: 1 });
const STEPS = stepped ? { paths: stepped } : {};

/** How many customers had written, with the updates that went out meanwhile. */
export function ReportsChart({ times, entries }: { times: readonly string[]; entries: readonly Entry[] }) {
  const { t } = useWords();
  const { timeOf } = useTimeOf();
  const paint = usePaint();
  const points = useMemo(() => reportsOverTime(times), [times]);
  const marks = useMemo(
    () =>
      entries.flatMap((entry) =>
        entry.kind === 'update' ? [{ at: Date.parse(entry.at), text: String(entry.update.n) }] : [],
      ),
    [entries],
  );
  const data = useMemo((): uPlot.AlignedData => {
    // Marks outside of the reports' own time belong to the picture, too.
    const last = points.at(-1)?.value ?? 0;
    const ends = marks
      .filter(({ at }) => at > (points.at(-1)?.at ?? 0))
      .map(({ at }) => ({ at, value: last }));
    const all = [...points, ...ends];
    return [all.map(({ at }) => at / 1_000), all.map(({ value }) => value)];
  }, [points, marks]);
  const options = useMemo(
    () => ({
      legend: { show: false },
      cursor: { show: false },
      axes: paint.axes,
      scales: {
        y: { range: (_: uPlot, __: number, most: number): [number, number] => [0, Math.max(1, most * 1.1)] },
      },
      series: [{}, { stroke: paint.reports, width: 2, ...STEPS, points: { show: data[0].length < 3 } }],
      hooks: { draw: [markTimes(marks, paint)] },
    }),
    [paint, marks, data],
  );
  const happened = [
    ...points.map(({ at, value }) => ({ at, value, text: '' })),
    ...marks.map(({ at, text }) => ({
      at,
      value: undefined,
      text: t('promise.update', { n: Number(text) }),
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <ChartCard
      name={t('desk.chart.reports')}
      hint={t('desk.chart.reportsHint')}
      testId="chart-reports"
      columns={[t('desk.chart.time'), t('desk.chart.written'), t('desk.chart.posted')]}
      rows={happened.map(({ at, value, text }) => [
        timeOf(new Date(at).toISOString()),
        value === undefined ? '' : t('reports.figure', { count: value }),
        text,
      ])}
    >
      <Plot
        options={options}
        data={data}
        label={t('desk.chart.reportsAlt', { count: points.at(-1)?.value ?? 0, updates: marks.length })}
      />
    </ChartCard>
  );
}
