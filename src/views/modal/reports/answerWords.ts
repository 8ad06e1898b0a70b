import type { Answer, Wrote } from '../../../domain/answers.ts';
import type { Words } from '../../phrases.tsx';

export interface AnswerWords {
  readonly text: string;
  /** Sounds as if it were still broken. */
  readonly badge?: string;
}

/** When a customer answered, and how what they said begins, where that was read. */
export function answerWords(wrote: Wrote | Answer, now: Date, { t, ago }: Words): AnswerWords {
  const age = ago(now.getTime() - Date.parse(wrote.at));
  if (!('words' in wrote)) return { text: t('answers.rowTime', { age }) };
  return {
    text: t('answers.row', { age, words: wrote.words }),
    ...(wrote.soundsBroken && { badge: t('answers.rowBroken') }),
  };
}
