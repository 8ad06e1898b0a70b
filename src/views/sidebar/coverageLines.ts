import type { Counted } from '../../actions/countCoverage.ts';
import type { Untold } from '../../domain/coverage.ts';
import type { Words } from '../phrases.tsx';

/** The count in words: what can be done about comes before what can't. */
export function coverageLines({ coverage, isAll }: Counted, { t, listOf }: Words): string[] {
  const { cannot, behind, total } = coverage;
  if (total === 0) return [t('coverage.empty')];
  const lines = [];
  const cannotCount = Object.values(cannot).reduce((sum, count) => sum + count, 0);
  if (behind > 0) lines.push(t('coverage.behind', { count: behind }));
  if (cannotCount > 0) {
    const reasons = Object.entries(cannot).map(([name, count]) => {
      const reason = name as Untold;
      return t(reason === 'set aside' ? 'aside.reason' : `coverage.reason.${reason}`, { count });
    });
    lines.push(t('coverage.cannot', { count: cannotCount, reasons: listOf(reasons) }));
  }
  if (coverage.outside) lines.push(t('review.outside', { count: coverage.outside }));
  // What was not looked at is not claimed.
  if (!isAll) lines.push(t('coverage.partial', { count: total }));
  return lines.length > 0 ? lines : [t('coverage.all')];
}
