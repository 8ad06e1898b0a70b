import { dayWords } from '../../../domain/dayWords.ts';
import type { ReviewChanges } from '../../../domain/reviewEntry.ts';
import type { Words } from '../../phrases.tsx';
import { STATE_PHRASES } from '../../reviewWords.ts';

/** What stands, or was changed, in a review: "state ready, due Mon, Nov 30". */
export function editWords(edit: ReviewChanges, words: Words): string {
  return words.listOf(editLines(edit, words));
}

export function editLines({ state, day, owner, link }: ReviewChanges, { t, locale }: Words): string[] {
  const empty = t('review.now.empty');
  const lines = [
    state && t('review.now.state', { value: t(STATE_PHRASES[state]) }),
    day && t('review.now.day', { value: dayWords(day, locale) }),
    owner !== undefined && t('review.now.owner', { value: owner || empty }),
    link !== undefined && t('review.now.link', { value: link || empty }),
  ];
  return lines.flatMap((line) => line || []);
}
