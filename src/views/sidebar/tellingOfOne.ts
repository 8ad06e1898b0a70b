import type { CannotTell, ToldOne } from '../../actions/tellOne.ts';
import { explainRefusal } from '../explainRefusal.ts';
import type { Phrase, Words } from '../phrases.tsx';
import type { Telling } from './Sidebar.tsx';

const CANNOT: Record<CannotTell, Phrase> = {
  closed: 'one.closed',
  'not asked': 'review.notAsked',
  merged: 'one.merged',
  'set aside': 'aside.notTold',
  messaging: 'one.messaging',
  suspended: 'one.suspended',
  'not visible': 'one.notVisible',
  'not allowed': 'one.notAllowed',
  refused: 'one.refused',
  'too long': 'one.tooLong',
  'not attached': 'one.notAttached',
  'no update': 'one.noUpdate',
  record: 'one.record',
  'no drill ticket': 'drill.tellOther',
  'incident merged': 'several.tellMerged',
};

/** What became of bringing the newest update to a customer who joined late. */
export function tellingOfOne(outcome: ToldOne, words: Words): Telling {
  const { t } = words;
  switch (outcome.do) {
    case 'told':
      return { weight: 'success', text: t('one.told', { n: outcome.n }) };
    case 'already told':
      return { weight: 'success', text: t('one.alreadyTold', { n: outcome.n }) };
    case 'cannot':
      return { weight: 'warning', text: t(CANNOT[outcome.because]) };
    case 'refuse':
      return { weight: 'warning', text: explainRefusal(outcome, words) };
  }
}
