import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useCallback, useRef } from 'react';
import styled from 'styled-components';
import type { DeskPlace } from '../../domain/deskHash.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { LookFailed } from '../LookFailed.tsx';
import { later } from '../later.tsx';
import { useWords } from '../phrases.tsx';
import { Small, Title } from '../pieces.tsx';
import { Loading } from '../sidebar/Loading.tsx';
import { useNow } from '../useNow.ts';
import { IncidentList } from './IncidentList.tsx';
import { useDeskLook } from './useDeskLook.ts';
import { useDeskPlace } from './useDeskPlace.ts';

const IncidentPage = later(
  () => import('./incident/IncidentPage.tsx').then((file) => file.IncidentPage),
  Loading,
);
const Measures = later(() => import('./measures/Measures.tsx').then((file) => file.Measures), Loading);

const Whole = styled.div`
  min-height: 100vh;
`;
const Bar = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => `${theme.space.xs} ${theme.space.md}`};
  padding: ${({ theme }) => `${theme.space.sm} ${theme.space.lg}`};
  border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  & > :last-child { margin-inline-start: auto; }
`;
const Places = styled.nav`
  display: flex;
  gap: ${({ theme }) => theme.space.xs};
`;

/** Every incident at a glance, one of them as a whole, or the figures of many. */
export function Desk({ ports, onDestroy }: { ports: DeskPorts; onDestroy: (act: () => void) => void }) {
  const words = useWords();
  const { t, ago } = words;
  const now = useNow(ports.clock.now);
  const look = useDeskLook(ports, onDestroy);
  const [place, go] = useDeskPlace();
  const opened = useRef<TicketId>();
  const open = useCallback(
    (id: TicketId) => {
      opened.current = id;
      go({ at: 'incident', id, tab: 'reports' });
    },
    [go],
  );
  const { running, error, refresh } = look;
  const age = running && now.getTime() - running.asOf.getTime();
  return (
    <Whole>
      <Bar>
        <Title as="span">{t('desk.name')}</Title>
        <Places aria-label={t('desk.places')}>
          {PLACES.map((to) => (
            <Button
              key={to.at}
              size="small"
              isBasic
              aria-current={to.at === place.at ? 'page' : undefined}
              onClick={() => go(to)}
              data-test-id={`desk-${to.at}`}
            >
              {t(`desk.place.${to.at}`)}
            </Button>
          ))}
        </Places>
        <Small data-test-id="desk-seen">{age !== undefined && t('time.seen', { age: ago(age) })}</Small>
      </Bar>
      {error !== undefined && <LookFailed error={error} age={age} again={refresh} />}
      {place.at === 'list' && <IncidentList {...{ ports, look, now, open }} last={opened.current} />}
      {place.at === 'incident' && (
        <IncidentPage key={place.id} {...{ ports, look, now, go }} id={place.id} tab={place.tab} />
      )}
      {place.at === 'measures' && <Measures ports={ports} now={now} open={open} />}
    </Whole>
  );
}

const PLACES = [{ at: 'list' }, { at: 'measures' }] as const satisfies readonly DeskPlace[];
