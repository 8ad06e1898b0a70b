import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useCallback, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { type DeskPlace, INCIDENT_TABS, type IncidentTab } from '../../../domain/deskHash.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { later } from '../../later.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Row } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import type { Telling } from '../../sidebar/Sidebar.tsx';
import { Page, Stack, WIDE_ONLY } from '../shapes.tsx';
import type { DeskLook } from '../useDeskLook.ts';
import { Deeds } from './Deeds.tsx';
import { Organizations } from './Organizations.tsx';
import { ReportsPanel } from './ReportsPanel.tsx';
import { useListing } from './useListing.ts';
import { usePortsOf } from './usePortsOf.ts';
import { type SeenIncident, useSeen } from './useSeen.ts';

const Timeline = later(
  () => import('../../modal/timeline/Timeline.tsx').then((file) => file.Timeline),
  Loading,
);
const Charts = later(() => import('../charts/Charts.tsx').then((file) => file.Charts), Loading);

const Split = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 360px;
  align-items: start;
  gap: ${({ theme }) => theme.space.lg};
  @media ${WIDE_ONLY} { grid-template-columns: minmax(0, 1fr); }
`;
const Card = styled.aside`
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  overflow: hidden;
  & section:last-child { border-block-end: 0; }
  @media ${WIDE_ONLY} { order: -1; }
`;

interface Props {
  readonly ports: DeskPorts;
  readonly look: DeskLook & { readonly refresh: () => Promise<void> };
  readonly now: Date;
  readonly id: TicketId;
  readonly tab: IncidentTab;
  readonly go: (place: DeskPlace) => void;
}

/** One incident as a whole: whom it has hit, what was said and what came of it, and all that can be done. */
export function IncidentPage(props: Props) {
  const { ports, look, id, go } = props;
  const words = useWords();
  const { t } = words;
  const { seen, error, lookAgain } = useSeen(ports, id, look);
  const back = useRef<HTMLButtonElement>(null);
  // The row that was pressed is gone: whoever works by keyboard or ear goes on here.
  useEffect(() => back.current?.focus(), []);
  const age = seen && props.now.getTime() - seen.asOf.getTime();
  return (
    <Page>
      <div>
        <Button ref={back} isLink onClick={() => go({ at: 'list' })} data-test-id="desk-back">
          {t('desk.back')}
        </Button>
      </div>
      {error !== undefined && <LookFailed error={error} age={age} again={lookAgain} />}
      {seen ? <Known {...props} seen={seen} lookAgain={lookAgain} /> : error === undefined && <Loading />}
    </Page>
  );
}

function Known(props: Props & { seen: SeenIncident; lookAgain: () => Promise<void> }) {
  const { look, now, id, tab, go, seen, lookAgain } = props;
  const { incident } = seen.standing;
  const { t } = useWords();
  const ports = usePortsOf(props.ports, incident);
  const [telling, tell] = useState<Telling>();
  const listed = useListing(ports, id);
  const { lookAgain: readBehind } = listed.list;
  const { refresh: refreshAll } = look;
  const refresh = useCallback(async () => {
    // Who was told shows at once; a list of thousands is not read anew for it.
    await Promise.all([lookAgain(), refreshAll(), readBehind([])]);
  }, [lookAgain, refreshAll, readBehind]);
  const known = { seen, standing: seen.standing, ports, now, refresh, tell };
  return (
    <>
      {telling && <Note weight={telling.weight}>{telling.text}</Note>}
      <Split>
        <Stack>
          <Row>
            <Buttons as="nav" aria-label={t('desk.tabs')}>
              {INCIDENT_TABS.map((each) => (
                <Button
                  key={each}
                  size="small"
                  isBasic={each !== tab}
                  aria-current={each === tab ? 'page' : undefined}
                  onClick={() => go({ at: 'incident', id, tab: each })}
                  data-test-id={`desk-tab-${each}`}
                >
                  {t(`desk.tab.${each}`)}
                </Button>
              ))}
            </Buttons>
          </Row>
          {tab === 'reports' && (
            <ReportsPanel {...{ ports, listed, now, lookAgain }} running={look.running} />
          )}
          {tab === 'organizations' && <Organizations {...listed} now={now} />}
          {tab === 'timeline' && <Timeline ports={ports} task={{ show: 'timeline', incident: id }} />}
          {tab === 'charts' && <Charts {...{ ports, id, now }} listed={listed} />}
        </Stack>
        <Card aria-label={t('desk.deeds')}>
          <Deeds {...known} />
        </Card>
      </Split>
    </>
  );
}
