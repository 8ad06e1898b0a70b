import { useEffect, useMemo, useRef, useState } from 'react';
import { byPressure } from '../../domain/deskOrder.ts';
import { byReview } from '../../domain/reviewOrder.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { explainWhy } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { Label, Row, Small, Title } from '../pieces.tsx';
import { Loading } from '../sidebar/Loading.tsx';
import { DeclareButton } from './DeclareButton.tsx';
import { DeskFilters } from './DeskFilters.tsx';
import { ANY, type DeskFilter, isWanted } from './deskFilter.ts';
import { IncidentTable } from './IncidentTable.tsx';
import { PossibleIncidents } from './PossibleIncidents.tsx';
import { Page, Stack } from './shapes.tsx';
import { useCoverages } from './useCoverages.ts';
import { type DeskLook, PAST_DAYS } from './useDeskLook.ts';
import { useListKeys } from './useListKeys.ts';

/** Running incidents, the most pressing first, and those that are over. */
export function IncidentList(props: {
  ports: DeskPorts;
  look: DeskLook & { readonly isInFront: boolean; readonly refresh: () => Promise<void> };
  now: Date;
  open: (id: TicketId) => void;
  /** Where somebody comes back from: they go on at its row. */
  last: TicketId | undefined;
}) {
  const { ports, look, now, open, last } = props;
  const words = useWords();
  const { t } = words;
  const { running, past, owners, isInFront, refresh } = look;
  const [filter, setFilter] = useState<DeskFilter>(ANY);
  const page = useRef<HTMLDivElement>(null);
  useListKeys(page);
  useEffect(() => {
    if (last) page.current?.querySelector<HTMLElement>(`[data-row="${last}"]`)?.focus();
  }, [last]);
  // In the order of the last look: nothing moves under the hand that is about to press.
  const ordered = useMemo(
    () => (running ? [...running.incidents].sort(byPressure(running.asOf)) : []),
    [running],
  );
  const countOf = useCoverages(ports, ordered, isInFront);
  if (!running) return look.error === undefined ? <Loading /> : null;

  const runningIds = new Set(ordered.map(({ id }) => id));
  const over = (past?.incidents ?? [])
    .filter(({ id, isOver }) => isOver && !runningIds.has(id))
    .sort(byReview(past?.asOf ?? now));
  const wanted = ordered.filter((incident) => isWanted(incident, filter, now, ports.settings));
  const wantedOver =
    filter.show === 'all' || filter.show === 'review'
      ? over.filter((each) => isWanted(each, filter, now, ports.settings))
      : [];
  const table = { ports, now, owners, countOf, open, occasion: running.asOf.getTime() };
  return (
    <Page ref={page}>
      <PossibleIncidents
        {...{ ports, now, isInFront }}
        running={running.incidents}
        openTicket={ports.form.openTicket}
        onChanged={() => void refresh()}
      />
      <Stack as="section" aria-labelledby="running">
        <Row>
          <Title id="running" tabIndex={-1}>
            {ordered.length > 0 ? t('list.title', { count: ordered.length }) : t('list.noneTitle')}
          </Title>
          <DeclareButton ports={ports} refresh={refresh} />
        </Row>
        <DeskFilters {...{ over, filter, setFilter, now }} running={ordered} settings={ports.settings} />
        {ordered.length === 0 && <p>{t('desk.quiet')}</p>}
        {ordered.length > 0 && wanted.length === 0 && <p data-test-id="desk-none">{t('desk.noneFound')}</p>}
        {wanted.length > 0 && <IncidentTable {...table} incidents={wanted} label={t('desk.running')} />}
        {running.more && <Small>{t('desk.more')}</Small>}
      </Stack>
      <Stack as="section" aria-labelledby="over">
        <Label id="over">{t('desk.over', { days: PAST_DAYS })}</Label>
        {look.pastError !== undefined && (
          <Small role="alert">{t('desk.pastFailed', { why: explainWhy(look.pastError, words) })}</Small>
        )}
        {past && over.length === 0 && <Small>{t('desk.noneOver')}</Small>}
        {filter.show === 'review' && over.length > 0 && wantedOver.length === 0 && (
          <Small data-test-id="desk-none-owed">{t('desk.noneOwed')}</Small>
        )}
        {wantedOver.length > 0 && (
          <IncidentTable {...table} isOver incidents={wantedOver} label={t('desk.overLabel')} />
        )}
        {past?.more && <Small>{t('desk.pastMore')}</Small>}
      </Stack>
    </Page>
  );
}
