import type { Hindrance, Inserted } from '../../actions/insertReply.ts';
import type { Phrase, Words } from '../phrases.tsx';
import type { Telling } from './Sidebar.tsx';

const HINDRANCES: Record<Hindrance, Phrase> = {
  'in composer': 'insert.inComposer',
  edited: 'insert.edited',
  moved: 'insert.moved',
  internal: 'insert.internal',
  lost: 'insert.lost',
  'not attached': 'insert.notAttached',
  closed: 'insert.closed',
  'not allowed': 'insert.notAllowed',
  record: 'insert.record',
};

/** What became of a press on "Insert reply". */
export function tellingOfInsert(outcome: Inserted, now: Date, { t, span }: Words): Telling {
  if (outcome.did === 'nothing') {
    if (outcome.because !== 'told') return { weight: 'warning', text: t(HINDRANCES[outcome.because]) };
    const { n, at } = outcome;
    const age = at && span(now.getTime() - Date.parse(at));
    return { weight: 'warning', text: age ? t('insert.toldAt', { n, age }) : t('insert.told', { n }) };
  }
  const { n } = outcome.prepared.reply;
  if (outcome.did === 'replace') return { weight: 'success', text: t('insert.replaced', { n }) };
  return { weight: 'success', text: t(outcome.isMarked ? 'insert.done' : 'insert.doneUnmarked', { n }) };
}
