import { Button } from '@zendeskgarden/react-buttons';
import type { Verdict } from '../../../domain/gate.ts';
import type { Issue } from '../../../domain/issue.ts';
import { explainIssueTrouble, statusOf } from '../../explainIssue.ts';
import { Note, type Weight } from '../../Note.tsx';
import { type Phrase, useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import type { Tracking } from './useTracking.ts';

const WEIGHTS: Record<Verdict, Weight> = {
  open: 'success',
  asks: 'warning',
  shut: 'warning',
  unknown: 'warning',
};

const SAYS: Record<Exclude<Verdict, 'unknown'>, Phrase> = {
  open: 'gate.says.open',
  asks: 'gate.says.asks',
  shut: 'gate.says.shut',
};

/** What Jira says of the issue, how old that is, and what follows from it. */
export function GateIssue({ tracking, now }: { tracking: Tracking; now: Date }) {
  const { tracked, known, isAsked, isAsking, askAgain } = tracking;
  const words = useWords();
  const { t, ago } = words;
  if (!isAsked) return <Small>{t('gate.says.notSetUp')}</Small>;
  if (!known) return <Small role="status">{t('gate.asking')}</Small>;
  const { read, error } = known;
  const { verdict } = tracked;
  const since = (at: Date | string) => ago(now.getTime() - new Date(at).getTime());
  return (
    <section aria-labelledby="gate" data-test-id={`gate-${verdict}`}>
      <Note weight={WEIGHTS[verdict]}>
        {read && <strong dir="auto">{standing(read.issue)}</strong>}
        {error && <span>{explainIssueTrouble(error, words)}</span>}
        <span>{verdict === 'unknown' ? t('gate.says.unknown') : t(SAYS[verdict])}</span>
        <div>
          {read && <span>{t('gate.asOf', { ago: since(read.asOf) })} </span>}
          <Button isLink size="small" disabled={isAsking} onClick={askAgain} data-test-id="gate-ask">
            {isAsking ? t('gate.asking') : t('gate.askAgain')}
          </Button>
        </div>
      </Note>
    </section>
  );

  function standing(issue: Issue): string {
    const parts = [issue.key, statusOf(issue, words), issue.stateSince && since(issue.stateSince)];
    return parts.filter(Boolean).join(' · ');
  }
}
