import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainDeclaring } from '../explainRefusal.ts';
import { useWords } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

/** At the foot of the list: how many other tickets sound like this one, and the way to declare an incident. */
export function DeclareFoot({ seen, ports, refresh }: KnownProps) {
  const words = useWords();
  const { t } = words;
  const { ticket, active } = seen;
  const broadcaster = useBroadcaster(ports, 'declare');
  const alike = useAlike({ ports, seen }, broadcaster !== undefined && !broadcaster.refusal);
  const open = useTask(async () => {
    await ports.modals.open({ show: 'declare', ticket: ticket.id });
    await refresh();
  });
  if (!broadcaster) return null;
  if (broadcaster.refusal)
    return (
      <Section>
        <Small>{explainDeclaring(broadcaster.refusal, words)}</Small>
      </Section>
    );
  const isNone = active.length === 0;
  return (
    <Section data-test-id="declare-foot">
      <Small>
        {!isNone && t('declare.noneOfThese')} {alike ? t('declare.soundAlike', { count: alike }) : ''}
        {isNone && !alike ? t('declare.nothingYet') : ''}
      </Small>
      <Button
        size="small"
        isStretched
        isPrimary={isNone && Boolean(alike)}
        disabled={open.task.state === 'running'}
        onClick={() => void open.run()}
        data-test-id="declare"
      >
        {t('declare.button')}
      </Button>
      {open.task.state === 'failed' && <DoneFailed error={open.task.error} isSmall />}
    </Section>
  );
}

/** How many tickets of the last hour sound like this one, as far as Zendesk's search knows; nothing where it can't be asked. */
function useAlike({ ports, seen }: Pick<KnownProps, 'ports' | 'seen'>, isWanted: boolean) {
  const { id, subject, description } = seen.ticket;
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    Promise.all([ports.broadcasting(), import('../../actions/findLookAlikes.ts')])
      .then(([desk, { findLookAlikes }]) =>
        findLookAlikes(desk, { id, text: `${subject}\n${description}` }, 1),
      )
      .then((found) => !isOver && setCount(found.filter(({ isClose }) => isClose).length))
      .catch(() => {}); // the button is there without it
    return () => {
      isOver = true;
    };
  }, [ports, id, subject, description, isWanted]);
  return count;
}
