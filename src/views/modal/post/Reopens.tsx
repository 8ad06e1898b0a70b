import type { Survey } from '../../../domain/survey.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';

/** What an update does that takes back that the incident is over: to which tickets, and to whom. */
export function Reopens({ survey }: { survey: Survey | undefined }) {
  const { t } = useWords();
  const solved = survey?.rows.filter(({ status }) => status === 'solved') ?? [];
  const opening = solved.filter(({ fate }) => fate === 'tell').length;
  const staying = solved.filter(({ fate }) => fate !== 'tell' && fate !== 'told').length;
  return (
    <Note weight="warning">
      <span data-test-id="reopens">
        {[
          t('post.reopens'),
          opening > 0 && t('post.reopensTickets', { count: opening }),
          staying > 0 && t('post.staySolved', { count: staying }),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
    </Note>
  );
}
