import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { type Detached, detachReport } from '../../actions/detachReport.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Buttons, Row } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import { alignLater } from './alignLater.ts';
import type { KnownProps, Telling } from './Sidebar.tsx';

// Why somebody may not post takes more room than the button it stands for.
const Beside = styled(Row)`
  flex-wrap: wrap;
  &:has(p) > :first-child { flex-basis: 100%; }
`;

/** Takes the ticket off the incident again, after one question; `beside` is what else there is to do. */
export function Detach(props: KnownProps & { beside: ReactNode }) {
  const { seen, ports, refresh, tell, beside } = props;
  const words = useWords();
  const { t } = words;
  const [isAsking, setAsking] = useState(false);
  const detach = useTask(async () => {
    tell(undefined);
    const detached = await detachReport(ports, seen.ticket.id);
    if (detached.do === 'detached' && seen.standing.kind === 'report')
      alignLater(ports, seen.standing.incident, seen.ticket.id, 'detached');
    await refresh();
    setAsking(false);
    tell(tellingOf(detached, words));
  });
  const isBusy = detach.task.state === 'running';
  return (
    <>
      {detach.task.state === 'failed' && <DoneFailed error={detach.task.error} />}
      {isAsking ? (
        <>
          <p>{t('detach.confirm')}</p>
          <Buttons>
            <Button
              size="small"
              isDanger
              disabled={isBusy}
              onClick={() => void detach.run()}
              data-test-id="detach-yes"
              autoFocus
            >
              {isBusy ? t('detach.detaching') : t('detach.yes')}
            </Button>
            <Button size="small" isBasic disabled={isBusy} onClick={() => setAsking(false)}>
              {t('detach.no')}
            </Button>
          </Buttons>
        </>
      ) : (
        <Beside>
          <div>{beside}</div>
          <Button size="small" isLink isNeutral onClick={() => setAsking(true)} data-test-id="detach">
            {t('detach.button')}
          </Button>
        </Beside>
      )}
    </>
  );
}

function tellingOf(detached: Detached, { t }: Words): Telling {
  if (detached.do === 'nothing') return { weight: 'success', text: t('detach.nothing') };
  if (detached.do === 'refuse') {
    return {
      weight: 'warning',
      text: t(detached.because === 'closed' ? 'detach.closed' : 'detach.notAllowed'),
    };
  }
  return { weight: 'success', text: t(detached.priorityStays ? 'detach.donePriority' : 'detach.done') };
}
