import type { Hindrance, Inserted } from '../../actions/insertReply.ts';
import type { Phrase, Words } from '../phrases.tsx';
import { remarksOn } from './remarksOn.ts';
import type { Telling } from './Sidebar.tsx';

const HINDRANCES: Record<Hindrance, Phrase> = {
  'in composer': 'insert.inComposer',
  edited: 'insert.edited',
  moved: 'insert.moved',
  internal: 'insert.internal',
  lost: 'insert.lost',
  'not attached': 'insert.notAttached',
  closed: 'customer.closed',
  'not allowed': 'insert.notAllowed',
  record: 'insert.record',
  'no drill ticket': 'drill.insertOther',
  'too long': 'insert.tooLong',
};

/** What became of a press on "Insert reply". */
export function tellingOfInsert(outcome: Inserted, now: Date, words: Words): Telling {
  const { t, span } = words;
  if (outcome.did === 'nothing') {
    if (outcome.because !== 'told') return { weight: 'warning', text: t(HINDRANCES[outcome.because]) };
    const { n, at } = outcome;
    const age = at && span(now.getTime() - Date.parse(at));
    return { weight: 'warning', text: age ? t('insert.toldAt', { n, age }) : t('insert.told', { n }) };
  }
  const { did, isMarked, holdsNote, prepared } = outcome;
  const { n } = prepared.reply;
  const done = did === 'replace' ? 'insert.replaced' : isMarked ? 'insert.done' : 'insert.doneUnmarked';
  const said = [t(done, { n }), ...(holdsNote ? [t('insert.holdsNote')] : []), ...remarksOn(prepared, words)];
  return { weight: holdsNote ? 'warning' : 'success', text: said.join(' ') };
}
