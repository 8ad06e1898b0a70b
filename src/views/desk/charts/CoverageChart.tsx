import { useMemo } from 'react';
import type uPlot from 'uplot';
import { tellingsOf } from '../../../domain/chartData.ts';
import type { Entry } from '../../../domain/timeline.ts';
import { useTimeOf } from '../../modal/timeline/useTimeOf.ts';
import { useWords } from '../../phrases.tsx';
import { ChartCard } from './ChartCard.tsx';
import { Plot } from './Plot.tsx';
import { usePaint } from './usePaint.ts';

/** What the ledgers say of the newest update now. */
export interface Reached {
  readonly n: number;
  readonly told: number;
  readonly total: number;
  readonly at: number;
}

/** From when each update was posted to when its telling ended, and how many had heard it then; the newest one until now. */
export function CoverageChart({
  entries,
  reached,
}: {
  entries: readonly Entry[];
  reached: Reached | undefined;
}) {
  const { t, span } = useWords();
  const { timeOf } = useTimeOf();
  const paint = usePaint();
  const tellings = useMemo(() => tellingsOf(entries), [entries]);
  // An update of which nobody wrote down the end is in the table alone: a point at zero would say that nobody was told.
  const lines = useMemo(
    () =>
      tellings.flatMap(({ n, from, until, told = 0, total = 0 }) => {
        const share = (count: number, of: number) => (of > 0 ? (100 * count) / of : 0);
        const isNow = reached?.n === n && reached.at > (until ?? from);
        const line: [number, number][] = [[from, 0]];
        if (until !== undefined) line.push([until, share(told, total)]);
        if (isNow) line.push([reached.at, share(reached.told, reached.total)]);
        return line.length > 1 ? [line] : [];
      }),
    [tellings, reached],
  );
  const data = useMemo((): uPlot.AlignedData => {
    const times = [...new Set(lines.flatMap((line) => line.map(([at]) => at)))].sort((a, b) => a - b);
    const of = (line: readonly [number, number][]) => {
      const known = new Map(line);
      return times.map((at) => known.get(at) ?? (at > (line[0]?.[0] ?? 0) ? undefined : null));
    };
    return [times.map((at) => at / 1_000), ...lines.map(of)] as uPlot.AlignedData;
  }, [lines]);
  const options = useMemo(
    () => ({
      legend: { show: false },
      cursor: { show: false },
      axes: paint.axes,
      scales: { y: { range: [0, 105] as [number, number] } },
      series: [
        {},
        ...lines.map((_, index) => ({
          stroke: index === lines.length - 1 ? paint.reports : paint.quiet,
          width: 2,
          points: { show: true, size: 6 },
        })),
      ],
    }),
    [paint, lines],
  );
  const figure = (count: number) => t('reports.figure', { count });
  const newest = lines.at(-1)?.at(-1)?.[1] ?? 0;
  return (
    <ChartCard
      name={t('desk.chart.coverage')}
      hint={t('desk.chart.coverageHint')}
      testId="chart-coverage"
      columns={[
        t('reports.update'),
        t('desk.chart.posted'),
        t('desk.chart.ended'),
        t('desk.chart.took'),
        t('desk.chart.told'),
      ]}
      rows={tellings.map(({ n, from, until, told, total }) => [
        figure(n),
        timeOf(new Date(from).toISOString()),
        until === undefined ? t('desk.chart.notEnded') : timeOf(new Date(until).toISOString()),
        until === undefined ? '' : span(until - from),
        reached?.n === n
          ? t('coverage.of', { told: reached.told, total: reached.total })
          : told === undefined
            ? ''
            : t('coverage.of', { told, total: total ?? 0 }),
      ])}
    >
      <Plot
        options={options}
        data={data}
        label={t('desk.chart.coverageAlt', { count: tellings.length, percent: Math.round(newest) })}
      />
    </ChartCard>
  );
}
