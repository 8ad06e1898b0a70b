import type { IssueLook } from '../../../actions/readIssue.ts';
import { explainIssueTrouble, statusOf } from '../../explainIssue.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';

/** Jira was asked once more before *resolved* was said, and did not say so. Nothing was sent. */
export function Shut({ look, now }: { look: IssueLook | undefined; now: Date }) {
  const words = useWords();
  const { t, ago } = words;
  return (
    <Note weight="danger">
      <strong>{t('refusal.nothingPosted')}</strong>
      <span data-test-id="gate-fell-shut">
        {look?.state === 'read'
          ? t('gate.fellShut', {
              key: look.issue.key,
              status: statusOf(look.issue, words),
              ago: ago(now.getTime() - look.asOf.getTime()),
            })
          : t('gate.notAnswered', { why: look ? explainIssueTrouble(look.error, words) : '' })}
      </span>
      <span>{t('gate.askEngineering')}</span>
    </Note>
  );
}
