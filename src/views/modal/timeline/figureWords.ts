import type { TimelineRead } from '../../../actions/readTimeline.ts';
import { type Measures, measuresOf } from '../../../domain/measures.ts';
import type { Words } from '../../phrases.tsx';
import type { TimeOf } from './wordsOfEntry.ts';

/** The incident's figures as they are written into a review, a name and a value each. */
export function figureWords(read: TimelineRead, words: Words, timeOf: TimeOf): [string, string][] {
  const { incident, entries, heard, asOf } = read;
  const { startedAt, isOver } = incident;
  const figures = measuresOf({ startedAt, isOver, entries, reports: heard?.reports }, asOf);
  return [...timeFigures(figures, words, timeOf), ...countFigures(figures, words, timeOf)];
}

function timeFigures(figures: Measures, { t, span }: Words, timeOf: TimeOf): [string, string][] {
  const { startedAt, declaredAt, resolvedAt, lastedMs, firstNoticeMs } = figures;
  const notYet = t('review.figures.notYet');
  return [
    [t('review.figures.began'), timeOf(startedAt)],
    [t('review.figures.declared'), declaredAt ? timeOf(declaredAt) : notYet],
    [t('review.figures.resolved'), resolvedAt ? timeOf(resolvedAt) : notYet],
    [t('review.figures.lasted'), span(lastedMs)],
    [t('review.figures.firstNotice'), firstNoticeMs === undefined ? notYet : span(firstNoticeMs)],
  ];
}

function countFigures(figures: Measures, { t, span }: Words, timeOf: TimeOf): [string, string][] {
  const { updates, reopened, promises, etas, longestSilence, coverage } = figures;
  const { ms, from, to } = longestSilence;
  const rows: [string, string][] = [
    [t('review.figures.updates'), String(updates)],
    [t('review.figures.reopened'), String(reopened)],
    [t('review.figures.promises'), t('review.figures.promisesText', { ...promises })],
    [t('review.figures.worst'), promises.broken > 0 ? span(promises.worstLateMs) : '–'],
    [t('review.figures.etas'), t('review.figures.etasText', { ...etas })],
    [
      t('review.figures.silence'),
      t('review.figures.silenceText', { age: span(ms), from: timeOf(from), to: timeOf(to) }),
    ],
  ];
  if (coverage) {
    const { told, total } = coverage;
    rows.push([t('review.figures.coverage'), t('review.figures.coverageText', { told, total })]);
  }
  return rows;
}
