import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useCallback } from 'react';
import styled from 'styled-components';
import type { Listing } from '../../../actions/listReports.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { DrillNote } from '../../DrillMark.tsx';
import { LookFailed } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Row, Section, Small, Title } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { TellingProgress } from '../../telling/TellingProgress.tsx';
import { useTelling } from '../../telling/useTelling.ts';
import { useNow } from '../../useNow.ts';
import type { ModalProps } from '../Modal.tsx';
import { AnsweredState } from './AnsweredState.tsx';
import { answerWords } from './answerWords.ts';
import { CloseTheGap, useLookAfterTelling } from './CloseTheGap.tsx';
import { EarlierUpdate, LastEnd } from './EarlierUpdate.tsx';
import { ExportRows } from './ExportRows.tsx';
import { Filters, UpdateChoice } from './Filters.tsx';
import { FoundLine } from './FoundLine.tsx';
import { ReportTable } from './ReportTable.tsx';
import { StateOfReading } from './StateOfReading.tsx';
import { TABLE_HEIGHT } from './tablePieces.ts';
import { NOTHING, useFound } from './useFound.ts';
import { type ReportList, useReportList } from './useReportList.ts';

/** Every report of an incident: who was told, who is behind, who can't be told and why. */
export function Reports(props: ModalProps<'reports'>) {
  const { ports, task } = props;
  const list = useReportList(ports, task.incident);
  if (list.shown) return <Listed {...props} list={list} listing={list.shown} />;
  if (list.state !== 'failed')
    return (
      <Place>
        <Loading />
      </Place>
    );
  return <LookFailed error={list.error} again={list.refresh} />;
}

const Foot = styled(Row)`
  align-items: center;
  flex-wrap: wrap;
  & > :last-child:not(:first-child) { max-width: 100%; }
`;

// As tall as the list will be: whoever is about to press something must not find it moved.
const Place = styled.div`
  min-height: ${({ theme }) => `${TABLE_HEIGHT + theme.space.base * 70}px`};
`;

// On a low screen the modal scrolls, and what can be done stays in sight; on a narrow one it would hide the list.
const Deeds = styled(Section)`
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  @media (min-width: ${({ theme }) => theme.breakpoints.sm}) {
    position: sticky;
    bottom: 0;
    z-index: 2;
  }
`;

function Listed(props: ModalProps<'reports'> & { list: ReportList; listing: Listing }) {
  const { ports, task, close, list, listing } = props;
  const words = useWords();
  const { t } = words;
  const now = useNow(ports.clock.now);
  const { incident, rows, hidden } = listing;
  const finding = useFound(ports, listing, task);
  const { n, newest, about, tally, filter, wanted, found, choose, setFilter } = finding;
  const { answered, isOfAnswers } = finding;
  const noteOf = useCallback(
    (id: TicketId) => {
      const wrote = isOfAnswers ? answered.found?.get(id) : undefined;
      return wrote && answerWords(wrote, ports.clock.now(), words);
    },
    [isOfAnswers, answered.found, ports, words],
  );
  const telling = useTelling(
    useCallback(async () => ports, [ports]),
    incident.id,
    newest,
  );
  useLookAfterTelling(telling, list);
  const isTelling = telling.state === 'running' || telling.state === 'pausing';
  const open = useCallback(
    (id: TicketId) => {
      ports.openTicket(id);
      if (!isTelling) close(); // else it would stop
    },
    [ports, close, isTelling],
  );

  return (
    <>
      {telling.state !== 'idle' && <TellingProgress telling={telling} now={now} />}
      <DrillNote incident={incident} />
      {incident.recordTrouble && <Note weight="warning">{t('reports.record')}</Note>}
      <Section data-test-id="reports" aria-labelledby="reports">
        <Foot>
          <Title id="reports" tabIndex={-1}>
            {t('reports.heading')}
          </Title>
          <UpdateChoice about={about} onChoose={choose} />
        </Foot>
        <Small dir="auto">
          {incident.title} · #{incident.id}
        </Small>
        <StateOfReading list={list} listing={listing} now={now} />
        {n < newest && <EarlierUpdate ports={ports} incident={incident.id} n={n} />}
        {n === newest && <LastEnd incident={incident} now={listing.asOf} />}
        <Filters
          tally={tally}
          answered={answered.state === 'done' ? answered.found?.size : undefined}
          about={about}
          filter={filter}
          onFilter={setFilter}
        />
        {isOfAnswers && <AnsweredState answered={answered} total={listing.total} />}
        {rows.length === 0 && listing.isWhole ? (
          <p data-test-id="reports-none">{t('reports.none')}</p>
        ) : (
          <ReportTable
            key={`${n} ${wanted.show}`} // another list begins at its top
            rows={found}
            about={about}
            label={t('reports.heading')}
            onOpen={open}
            noteOf={noteOf}
          />
        )}
        <FoundLine
          found={found.length}
          listing={listing}
          about={about}
          tally={tally}
          showAll={() => setFilter(NOTHING)}
        />
        {hidden > 0 && <Small data-test-id="hidden">{t('reports.hidden', { count: hidden })}</Small>}
      </Section>
      <Deeds>
        <Foot>
          <ExportRows rows={found} about={about} incident={incident.id} clock={ports.clock} />
          <Buttons>
            <Button onClick={close}>{t('reports.close')}</Button>
            {n === newest && <CloseTheGap ports={ports} listing={listing} tally={tally} telling={telling} />}
          </Buttons>
        </Foot>
      </Deeds>
    </>
  );
}
