import type { Broadcast } from '../../../actions/broadcast.ts';
import type { DetachedMany } from '../../../actions/detachReports.ts';
import { explainWhy } from '../../explain.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import type { Words } from '../../phrases.tsx';
import type { Telling } from '../../sidebar/Sidebar.tsx';
import { reasonsOf } from '../../telling/reasonsOf.ts';

/** How telling some of them ended: how many have heard, and why the others have not. */
export function outcomeOfTelling(told: Broadcast, n: number, total: number, words: Words): Telling {
  const { t } = words;
  if (told.end === 'not allowed' && told.refusal)
    return { weight: 'warning', text: explainRefusal(told.refusal, words) };
  const heard = t('desk.bulk.told', { count: told.told, total, n });
  const why = reasonsOf(told.skipped, words, 0);
  const end = told.end === 'done' ? '' : t(ENDS[told.end]);
  const text = [heard, why && `${why}.`, end].filter(Boolean).join(' ');
  return { weight: told.end === 'done' && told.skipped.length === 0 ? 'success' : 'warning', text };
}

const ENDS = {
  stopped: 'desk.bulk.stopped',
  overtaken: 'desk.bulk.overtaken',
  cancelled: 'desk.bulk.cancelled',
  unfinished: 'desk.bulk.unfinished',
  'not allowed': 'desk.bulk.unfinished',
} as const;

const MOST_NAMED = 10;

/** The same for detaching. Those that could not be detached are named. */
export function outcomeOfDetaching(done: DetachedMany, total: number, words: Words): Telling {
  const { t, listOf } = words;
  const { detached, not, priorityStays } = done;
  const left = total - detached.length - not.length;
  const named = not.slice(0, MOST_NAMED).map(({ id, because, error }) => {
    const why = error ? explainWhy(error, words) : t(BECAUSE[because]);
    return t('desk.bulk.not', { id: `#${id}`, why });
  });
  const text = [
    t('desk.bulk.detached', { count: detached.length, total }),
    priorityStays > 0 && t('desk.bulk.priority', { count: priorityStays }),
    named.length > 0 && t('desk.bulk.nots', { list: listOf(named) }),
    left > 0 && t('desk.bulk.stopped'),
  ];
  return { weight: not.length + left === 0 ? 'success' : 'warning', text: text.filter(Boolean).join(' ') };
}

const BECAUSE = {
  closed: 'coverage.because.closed',
  'not allowed': 'reports.because.notAllowed',
  'not attached': 'desk.bulk.notAttached',
  failed: 'trouble.bug',
} as const;
