import type { Tally } from '../../domain/book.ts';
import { ServiceError } from '../../ports.ts';
import { explainWhy } from '../explain.ts';
import { explainHidden, explainRefusal } from '../explainRefusal.ts';
import type { Weight } from '../Note.tsx';
import type { Words } from '../phrases.tsx';
import type { Telling } from './useTelling.ts';

/** How a broadcast came to its end, in words: who was told, who was not, and what to do. */
export interface End {
  readonly weight: Weight;
  readonly lines: readonly string[];
  /** Running it again reaches somebody, or may. */
  readonly mayGoOn: boolean;
  /** It is only paused, and can be ended for everybody. */
  readonly mayCancel?: boolean | undefined;
}

/** `undefined` while it runs. */
export function endOf({ state, n, progress, total, outcome, error }: Telling, words: Words): End | undefined {
  const { t } = words;
  const told = progress?.told ?? 0;
  const reached = t('telling.end.reached', { n, count: told });
  if (error !== undefined) {
    const why = error instanceof ServiceError ? explainWhy(error, words) : t('trouble.bug');
    return { weight: 'danger', lines: [t('telling.end.failed', { why }), reached], mayGoOn: true };
  }
  if (!outcome || (state !== 'paused' && state !== 'ended')) return undefined;
  const { broadcast, finished } = outcome;
  switch (broadcast.end) {
    case 'stopped':
      if (finished) return { weight: 'warning', lines: [t('telling.end.record'), reached], mayGoOn: true };
      return {
        weight: 'warning',
        lines: [t('telling.end.stopped'), reached, ...leftOf(broadcast, total, words)],
        mayGoOn: true,
        mayCancel: true,
      };
    case 'cancelled':
      return {
        weight: 'warning',
        lines: [t('telling.end.cancelled', { n }), reached, ...leftOf(broadcast, total, words)],
        mayGoOn: true,
      };
    case 'overtaken':
      return { weight: 'warning', lines: [t('telling.end.overtaken', { n }), reached], mayGoOn: false };
    case 'unfinished': {
      const count = broadcast.toGo + broadcast.unsure;
      return { weight: 'warning', lines: [reached, t('telling.end.unfinished', { count })], mayGoOn: true };
    }
    case 'not allowed':
      return {
        weight: 'danger',
        lines: [
          broadcast.refusal ? explainRefusal(broadcast.refusal, words) : t('telling.end.notAllowed'),
          ...(told > 0 ? [reached] : []),
        ],
        mayGoOn: false,
      };
    case 'done':
  }
  const first = broadcast.total === 0 ? t('telling.end.nobody', { n }) : reached;
  const unseen = explainHidden(broadcast.hidden, words) ?? [];
  switch (finished?.do) {
    case 'not yet':
      return {
        weight: 'warning',
        lines: [first].concat(
          finished.behind > 0 ? t('telling.end.notYet', { count: finished.behind }) : [],
          explainHidden(finished.hidden, words) ?? [],
          finished.outside ? t('drill.outside', { count: finished.outside }) : [],
        ),
        mayGoOn: finished.behind > 0,
      };
    case 'overtaken':
      return { weight: 'warning', lines: [first, t('telling.end.overtaken', { n })], mayGoOn: false };
    case 'refuse':
      return { weight: 'warning', lines: [first, t('telling.end.record')], mayGoOn: false };
    case 'finished':
    case undefined: {
      const left = broadcast.statusLeft;
      const statuses = left ? [t('telling.end.statusLeft', { count: left.count })] : [];
      const solved = finished?.isSolved ? [t('telling.end.solved')] : [];
      const weight = broadcast.hidden > 0 || left ? 'warning' : 'success';
      return { weight, lines: [first].concat(unseen, statuses, solved), mayGoOn: false };
    }
  }
}

/** How many were not told though they could be, and of how many nobody knows. */
function leftOf({ told, unsure, skipped, hidden }: Tally, total: number, { t }: Words): string[] {
  const left = total - told - unsure - skipped.length - hidden;
  return [
    ...(left > 0 ? [t('telling.end.left', { count: left })] : []),
    ...(unsure > 0 ? [t('telling.unsure', { count: unsure })] : []),
  ];
}
