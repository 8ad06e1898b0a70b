import type { Incident } from './incident.ts';
import type { Measures } from './measures.ts';

/** One incident with its figures. */
export interface Measured1 {
  readonly incident: Incident;
  readonly measures: Measures;
  /** Reports that customers wrote after they were told that it is over; absent where not all reports were read. */
  readonly afterResolved?: number | undefined;
}

/** The figures of many incidents together; what nobody knows is absent. */
export interface Totals {
  readonly incidents: number;
  readonly firstNoticeMs?: number | undefined;
  readonly promisesKept: number;
  readonly promisesDue: number;
  readonly longestSilenceMs: number;
  readonly told: number;
  readonly toldOf: number;
  readonly afterResolved: number;
  /** Of so many incidents `afterResolved` speaks. */
  readonly afterResolvedOf: number;
  readonly relapses: number;
  readonly reports: number;
  /** Replies that nobody had to write: each update, for each customer whom a broadcast reached. */
  readonly replies: number;
}

export function totalsOf(measured: readonly Measured1[]): Totals {
  const sum = (of: (one: Measured1) => number) => measured.reduce((total, one) => total + of(one), 0);
  const coverages = measured.map(coverageIn);
  return {
    incidents: measured.length,
    firstNoticeMs: medianOf(measured.flatMap(({ measures }) => measures.firstNoticeMs ?? [])),
    promisesKept: sum(({ measures }) => measures.promises.kept),
    promisesDue: sum(({ measures }) => measures.promises.kept + measures.promises.broken),
    longestSilenceMs: Math.max(0, ...measured.map(({ measures }) => measures.longestSilence.ms)),
    told: coverages.reduce((total, coverage) => total + (coverage?.told ?? 0), 0),
    toldOf: coverages.reduce((total, coverage) => total + (coverage?.total ?? 0), 0),
    afterResolved: sum(({ afterResolved = 0 }) => afterResolved),
    afterResolvedOf: measured.filter(({ afterResolved }) => afterResolved !== undefined).length,
    relapses: sum(({ measures }) => measures.reopened),
    reports: sum(({ incident }) => incident.reports ?? 0),
    replies: sum(repliesOf),
  };
}

/** How many heard the newest update: counted off the reports, else what the telling itself wrote down at its end. */
export function coverageIn({
  measures,
}: Measured1): { readonly told: number; readonly total: number } | undefined {
  const { coverage, reach } = measures;
  if (coverage) return coverage;
  const last = reach.at(-1);
  return last?.told === undefined ? undefined : { told: last.told, total: last.total ?? last.told };
}

export function repliesOf({ measures }: Measured1): number {
  return measures.reach.reduce((sum, { told = 0 }) => sum + told, 0);
}

/** Hours of typing that the app has spared: replies × minutes for each ÷ 60. */
export function hoursSaved(replies: number, minutesEach: number): number {
  return (replies * minutesEach) / 60;
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1], sorted[middle]];
  if (above === undefined) return undefined;
  return sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2;
}
