import type { Skipped, SkipReason } from '../../domain/pass.ts';
import type { Phrase, Words } from '../phrases.tsx';

const REASONS: Record<SkipReason | 'cancelled' | 'unsure', Phrase> = {
  closed: 'telling.reason.closed',
  'not asked': 'review.reason',
  merged: 'telling.reason.merged',
  'set aside': 'aside.reason',
  messaging: 'telling.reason.messaging',
  suspended: 'telling.reason.suspended',
  'not visible': 'telling.reason.notVisible',
  'not allowed': 'telling.reason.notAllowed',
  'too long': 'telling.reason.tooLong',
  refused: 'telling.reason.refused',
  'no drill ticket': 'drill.reason',
  cancelled: 'telling.reason.cancelled',
  unsure: 'telling.reason.unsure',
};

/** "1 closed"; a reason that a newer version has written is said in its own words. */
export function countOf(reason: string, count: number, t: Words['t']): string {
  const phrase = Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : undefined;
  return phrase ? t(phrase, { count }) : `${count} ${reason}`;
}

/** "2 can’t be told: 1 closed, 1 messaging"; `undefined` when everybody can. `hidden`: reports the agent can't see. */
export function reasonsOf(skipped: readonly Skipped[], { t, listOf }: Words, hidden = 0): string | undefined {
  if (skipped.length + hidden === 0) return undefined;
  const counts = new Map<SkipReason, number>(hidden > 0 ? [['not visible', hidden]] : []);
  for (const { because } of skipped) counts.set(because, (counts.get(because) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => countOf(reason, count, t));
  return t('coverage.cannot', { count: skipped.length + hidden, reasons: listOf(reasons) });
}
