import type { SetAside } from '../../../actions/setAside.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import type { Phrase, Words } from '../../phrases.tsx';
import type { Telling } from '../../sidebar/Sidebar.tsx';

const MOST_NAMED = 10;

/** How setting aside ended, or taking back; those that stay as they were are named. */
export function outcomeOfAside(done: SetAside, isBack: boolean, words: Words): Telling {
  const { t, listOf } = words;
  if (done.do === 'refuse') {
    const { because } = done;
    const text = because === 'no reason' ? t('aside.noReason') : explainRefusal(done, words);
    return { weight: 'warning', text };
  }
  const { tickets, not } = done;
  const named = not.slice(0, MOST_NAMED).map(({ id, because }) => {
    const why = t(BECAUSE[because] ?? 'aside.unsure');
    return t('desk.bulk.not', { id: `#${id}`, why });
  });
  const text = [
    tickets.length > 0 && t(isBack ? 'aside.backDone' : 'aside.done', { count: tickets.length }),
    named.length > 0 && t('desk.bulk.nots', { list: listOf(named) }),
  ];
  return { weight: not.length > 0 ? 'warning' : 'success', text: text.filter(Boolean).join(' ') };
}

const BECAUSE: Partial<Record<string, Phrase>> = {
  closed: 'coverage.because.closed',
  'not attached': 'desk.bulk.notAttached',
  'not visible': 'reports.because.notVisible',
  'not allowed': 'reports.because.notAllowed',
  refused: 'reports.because.refused',
};
