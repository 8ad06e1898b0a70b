import type { TicketId } from './ticket.ts';
import type { Entry, Posted } from './timeline.ts';

/** A report as far as figures need it: what its ledger says, and why no broadcast reaches it. */
export interface ReportFact {
  readonly id: TicketId;
  /** The last update of this incident that its customer was told; absent for none. */
  readonly told?: number | undefined;
  readonly cannot?: string | undefined;
}

/** All that is counted: an incident's times, its timeline (in any order) and its reports, where somebody has read them. */
export interface Measured {
  readonly startedAt: string;
  readonly isOver: boolean;
  readonly entries: readonly Entry[];
  readonly reports?: readonly ReportFact[] | undefined;
}

/** The figures of one incident. Spans are milliseconds; what can't be known yet is absent. */
export interface Measures {
  readonly startedAt: string;
  readonly declaredAt?: string | undefined;
  /** When customers were last told that it is over; absent while it is not. */
  readonly resolvedAt?: string | undefined;
  /** From the beginning until *resolved* was posted, or until now. */
  readonly lastedMs: number;
  /** From the beginning until the first update was posted. */
  readonly firstNoticeMs?: number | undefined;
  readonly updates: number;
  readonly reopened: number;
  readonly promises: PromiseFigures;
  readonly etas: EtaFigures;
  /** The longest time in which customers were posted nothing, while the incident ran. */
  readonly longestSilence: Silence;
  /** How many were told the newest update; absent when nobody has read the reports. */
  readonly coverage?: CoverageFigures | undefined;
  readonly reach: readonly Reach[];
}

/** Promised times of a next update. `moot`: it was over before. */
export interface PromiseFigures {
  readonly made: number;
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  readonly moot: number;
  /** Of the one that was broken by the most. */
  readonly worstLateMs: number;
}

/** Promised times of a fix. `revised`: customers were given another one before it passed. */
export interface EtaFigures {
  readonly given: number;
  readonly met: number;
  readonly missed: number;
  readonly revised: number;
  readonly open: number;
}

export interface Silence {
  readonly ms: number;
  readonly from: string;
  readonly to: string;
}

export interface CoverageFigures {
  readonly n: number;
  readonly told: number;
  readonly total: number;
  readonly cannot: number;
}

/** How many a broadcast reached, by its own last word; absent figures when none came to its end. */
export interface Reach {
  readonly n: number;
  readonly at: string;
  readonly told?: number | undefined;
  readonly total?: number | undefined;
  /** From the posting until the broadcast came to its end. */
  readonly tookMs?: number | undefined;
}

type Update = Posted & Pick<Entry, 'at'>;

/** Counts what a review asks of an incident: how soon customers heard, how often, and what became of what they were promised. */
export function measuresOf({ startedAt, isOver, entries, reports }: Measured, now: Date): Measures {
  const updates = entries
    .flatMap((entry): Update[] => (entry.kind === 'update' ? [entry] : []))
    .sort((a, b) => a.update.n - b.update.n);
  const first = updates[0];
  const last = updates.at(-1);
  const resolvedAt = last?.update.stage === 'resolved' ? last.at : undefined;
  const end = resolvedAt ?? (isOver ? (overAt(entries) ?? last?.at) : undefined) ?? now.toISOString();
  return {
    startedAt,
    declaredAt: entries.find(({ kind }) => kind === 'declared')?.at,
    resolvedAt,
    lastedMs: span(startedAt, end),
    firstNoticeMs: first && span(startedAt, first.at),
    updates: updates.length,
    reopened: updates.filter(({ update }) => update.reopens).length,
    promises: promisesOf(updates),
    etas: etasOf(updates, end, now),
    longestSilence: silenceOf(startedAt, updates, end),
    coverage: reports && coverageOf(last?.update.n ?? 0, reports),
    reach: updates.map(({ update: { n }, at, told }) => ({
      n,
      at,
      told: told?.told,
      total: told?.total,
      tookMs: told && span(at, told.at),
    })),
  };
}

function span(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

function overAt(entries: readonly Entry[]): string | undefined {
  const closings = entries.flatMap((entry) =>
    entry.kind === 'status' && entry.status !== 'open' ? [entry.at] : [],
  );
  return closings.sort().at(0);
}

function promisesOf(updates: readonly Update[]): PromiseFigures {
  const promises = updates.flatMap(({ promise }) => promise ?? []);
  const count = (...states: string[]) => promises.filter(({ state }) => states.includes(state)).length;
  return {
    made: promises.length,
    kept: count('kept'),
    broken: count('late', 'overdue'),
    open: count('open'),
    moot: count('moot'),
    worstLateMs: Math.max(0, ...promises.map((promise) => ('lateMs' in promise ? promise.lateMs : 0))),
  };
}

// Times are given to the minute.
const GRACE_MS = 60_000;

type EtaFate = 'met' | 'missed' | 'revised' | 'open';

function etasOf(updates: readonly Update[], end: string, now: Date): EtaFigures {
  const fates = updates.flatMap((each, index): EtaFate[] => {
    const due = each.update.eta?.at;
    // The same time, said again, is one promise.
    if (!due || updates[index - 1]?.update.eta?.at === due) return [];
    return [fateOf(Date.parse(due) + GRACE_MS, due, updates.slice(index + 1), end, now)];
  });
  const count = (fate: EtaFate) => fates.filter((each) => each === fate).length;
  return {
    given: fates.length,
    met: count('met'),
    missed: count('missed'),
    revised: count('revised'),
    open: count('open'),
  };
}

function fateOf(limit: number, due: string, after: readonly Update[], end: string, now: Date): EtaFate {
  for (const { at, update } of after) {
    if (Date.parse(at) > limit) return 'missed';
    if (update.stage === 'monitoring' || update.stage === 'resolved') return 'met';
    if (update.eta?.at !== due) return 'revised';
  }
  return Math.min(now.getTime(), Date.parse(end)) > limit ? 'missed' : 'open';
}

function silenceOf(startedAt: string, updates: readonly Update[], end: string): Silence {
  let longest: Silence = { ms: 0, from: startedAt, to: startedAt };
  let from = startedAt;
  let isRunning = true;
  for (const { at, update } of [...updates, { at: end, update: undefined }]) {
    const ms = span(from, at);
    // After *resolved* nobody waits for a word, until it turns out not to be over.
    if (isRunning && ms > longest.ms) longest = { ms, from, to: at };
    isRunning = update?.stage !== 'resolved';
    from = at;
  }
  return longest;
}

function coverageOf(n: number, reports: readonly ReportFact[]): CoverageFigures {
  const told = reports.filter((report) => (report.told ?? -1) >= n);
  const cannot = reports.filter((report) => (report.told ?? -1) < n && report.cannot !== undefined);
  return { n, told: told.length, total: reports.length, cannot: cannot.length };
}
