import type { Cell } from '../../../domain/csv.ts';
import { coverageIn, hoursSaved, type Measured1, repliesOf } from '../../../domain/deskMeasures.ts';
import type { Words } from '../../phrases.tsx';

const COLUMNS = [
  'firstNotice',
  'onTime',
  'silence',
  'coverage',
  'afterResolved',
  'relapses',
  'reports',
  'replies',
] as const;

export function measureColumns({ t }: Words): string[] {
  return [t('desk.column.incident'), ...COLUMNS.map((column) => t(`desk.measure.${column}`))];
}

/** One incident's figures, in the order of the columns after its name; what nobody knows stays empty. */
export function wordsOfMeasures(one: Measured1, { t, span }: Words): string[] {
  const { incident, measures, afterResolved } = one;
  const { firstNoticeMs, promises, longestSilence, reopened } = measures;
  const figure = (count: number | undefined) => (count === undefined ? '–' : t('reports.figure', { count }));
  const coverage = coverageIn(one);
  return [
    firstNoticeMs === undefined ? '–' : span(firstNoticeMs),
    t('coverage.of', { told: promises.kept, total: promises.kept + promises.broken }),
    span(longestSilence.ms),
    coverage ? t('coverage.of', { told: coverage.told, total: coverage.total }) : '–',
    figure(afterResolved),
    figure(reopened),
    figure(incident.reports),
    figure(repliesOf(one)),
  ];
}

const MINUTE_MS = 60_000;
const FILE_COLUMNS = [
  'ticket',
  'title',
  'severity',
  'started',
  'resolved',
  'first_notice_minutes',
  'promises_kept',
  'promises_broken',
  'longest_silence_minutes',
  'told',
  'told_of',
  'reports_after_resolved',
  'relapses',
  'reports',
  'updates',
  'replies',
  'hours_of_typing_saved',
] as const;

/** The same for a spreadsheet: plain numbers, and names of columns that no language changes. */
export function measureCells(measured: readonly Measured1[], minutesEach: number): Cell[][] {
  const minutes = (ms: number | undefined) => (ms === undefined ? '' : Math.round(ms / MINUTE_MS));
  return [
    [...FILE_COLUMNS],
    ...measured.map((one): Cell[] => {
      const { incident, measures, afterResolved } = one;
      const coverage = coverageIn(one);
      const replies = repliesOf(one);
      return [
        incident.id,
        incident.title,
        incident.severity,
        measures.startedAt,
        measures.resolvedAt ?? '',
        minutes(measures.firstNoticeMs),
        measures.promises.kept,
        measures.promises.broken,
        minutes(measures.longestSilence.ms),
        coverage?.told ?? '',
        coverage?.total ?? '',
        afterResolved ?? '',
        measures.reopened,
        incident.reports ?? '',
        measures.updates,
        replies,
        Math.round(hoursSaved(replies, minutesEach) * 10) / 10,
      ];
    }),
  ];
}
