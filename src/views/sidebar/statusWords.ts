import type { Incident } from '../../domain/incident.ts';
import type { Words } from '../words.ts';

/** When the incident began, and when a fix is expected. */
export function headWords({ startedAt, eta }: Incident, now: Date, { t, ago, clockTime }: Words) {
  const expected = eta && (eta.at ? clockTime(eta.at, now) : eta.text);
  return {
    started: `${t('status.started', { time: clockTime(startedAt, now) })}${t('time.comma')}`,
    age: ago(now.getTime() - Date.parse(startedAt)),
    expected:
      expected &&
      (eta.by
        ? t('status.fixExpectedBy', { eta: expected, source: eta.by })
        : t('status.fixExpected', { eta: expected })),
  };
}

/** When customers hear from us next. After *resolved* nothing is owed any more: `until` is missing. */
export function promiseWords(
  { next, update, stage, recordTrouble }: Incident,
  now: Date,
  { t, ago, span }: Words,
) {
  const isOwed = stage !== 'resolved' || next !== undefined;
  return {
    heading: t(isOwed ? 'promise.heading' : 'promise.last'),
    update: update ? t('promise.update', { n: update.n }) : recordTrouble ? '' : t('promise.noUpdate'),
    until: !isOwed
      ? undefined
      : next
        ? t('time.in', { age: span(Date.parse(next) - now.getTime()) })
        : t('promise.none'),
    byWhom:
      update &&
      t('promise.byWhom', { ago: ago(now.getTime() - Date.parse(update.at)), name: update.by.name }),
    hint: isOwed && !next ? t('promise.noneHint') : undefined,
  };
}
