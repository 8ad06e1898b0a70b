import { explainWhy } from '../../explain.ts';
import { Retry } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import type { AnsweredList } from './useAnswered.ts';

/** How far looking for answers has come, and what is not known of them. */
export function AnsweredState({ answered, total }: { answered: AnsweredList; total: number }) {
  const { answers, read, state, error, again } = answered;
  const words = useWords();
  const { t } = words;
  if (state === 'failed')
    return (
      <Note weight="warning">
        <span>{t('answers.failed', { why: explainWhy(error, words) })}</span>
        <Retry again={again} />
      </Note>
    );
  if (state !== 'done')
    return (
      <Small role="status" data-test-id="answers-reading">
        {t('answers.reading', { looked: answers?.looked ?? 0, total })}
      </Small>
    );
  return (
    <Small data-test-id="answers-state">
      {[
        read && read.unread > 0 && `${t('answers.few', { count: read.answers.length })} ${t('answers.late')}`,
        answers && answers.unknown > 0 && t('answers.unknown', { count: answers.unknown }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Small>
  );
}
