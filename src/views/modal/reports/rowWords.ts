import type { Cell } from '../../../domain/csv.ts';
import { languageName } from '../../../domain/languageName.ts';
import type { SkipReason } from '../../../domain/pass.ts';
import { type ReportRow, type RowStanding, standingOf, whyNotTold } from '../../../domain/reportRows.ts';
import type { Phrase, Words } from '../../phrases.tsx';
import { channelName } from '../channelName.ts';

/** The update that a list is about, and the one that customers are told now. */
export interface About {
  readonly n: number;
  readonly newest: number;
}

/** What a row says, in words; the table and the file say the same. */
export interface RowWords {
  readonly customer: string;
  readonly language: string;
  readonly channel: string;
  readonly status: string;
  readonly told: string;
  readonly standing: string;
  readonly reason: string;
}

export function wordsOfRow(row: ReportRow, { n, newest }: About, words: Words): RowWords {
  const { t } = words;
  const standing = standingOf(row, n, newest);
  const reason = standing === 'cannot' ? whyNotTold(row) : undefined;
  return {
    customer: row.customer || t('reports.noName'),
    language: row.language && languageName(row.language),
    channel: channelName(row.channel, words),
    status: t(`survey.status.${row.status}`),
    told: toldWords(row, t),
    standing: t(standingPhrase(standing, n === newest)),
    reason: reason ? t(BECAUSE[reason]) : '',
  };
}

function toldWords({ told: n, isDoubtful }: ReportRow, t: Words['t']): string {
  if (n === undefined) return t(isDoubtful ? 'reports.unknown' : 'reports.never');
  return n === 0 ? t('reports.first') : t('reports.lastTold', { n });
}

/** The name of the column that says where each stands. */
export function standingHead({ n }: Pick<About, 'n'>, { t }: Words): string {
  return n === 0 ? t('reports.first') : t('reports.column.standing', { n });
}

/** Nobody is told an earlier update any more, so nobody is behind with it. */
export function standingPhrase(standing: RowStanding, isNewest: boolean): Phrase {
  return standing === 'behind' && !isNewest ? 'reports.untold' : `reports.${standing}`;
}

/** Why a report can’t be told, in a few words. */
export const BECAUSE: Record<SkipReason, Phrase> = {
  closed: 'coverage.because.closed',
  'not asked': 'review.because',
  merged: 'coverage.because.merged',
  'set aside': 'aside.because',
  messaging: 'coverage.because.messaging',
  suspended: 'reports.because.suspended',
  'not visible': 'reports.because.notVisible',
  'no drill ticket': 'drill.because',
  'not allowed': 'reports.because.notAllowed',
  'too long': 'reports.because.tooLong',
  refused: 'reports.because.refused',
};

const COLUMNS = ['ticket', 'customer', 'subject', 'language', 'channel', 'status', 'told'] as const;

export function headCells(about: About, words: Words): Cell[] {
  return [
    ...COLUMNS.map((column) => words.t(`reports.column.${column}`)),
    standingHead(about, words),
    words.t('reports.column.reason'),
    words.t('reports.column.detail'),
  ];
}

export function cellsOf(row: ReportRow, about: About, words: Words): Cell[] {
  const { language, channel, status, told, standing, reason } = wordsOfRow(row, about, words);
  const { id, customer, subject, failed } = row;
  return [id, customer, subject, language, channel, status, told, standing, reason, failed?.detail ?? ''];
}
