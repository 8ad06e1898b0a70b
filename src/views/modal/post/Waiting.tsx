import type { Proposal } from '../../../domain/proposal.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';

/** An update that somebody has proposed and that waits, and what another one would make of it. */
export function Waiting(props: { proposal: Proposal; isNeeded: boolean; now: Date }) {
  const { proposal, isNeeded, now } = props;
  const { t, clockTime } = useWords();
  const { by, seen, until } = proposal;
  return (
    <Note weight="warning">
      <span data-test-id="post-waiting">
        {t('approval.waiting', { name: by.name, n: seen + 1, time: clockTime(until, now) })}{' '}
        {t(isNeeded ? 'approval.ifProposed' : 'approval.ifPosted')}
      </span>
    </Note>
  );
}
