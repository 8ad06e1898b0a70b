import { useCallback, useMemo, useState } from 'react';
import type { Listing } from '../../../actions/listReports.ts';
import type { Running } from '../../../actions/readDesk.ts';
import type { ReportRow } from '../../../domain/reportRows.ts';
import { NONE_SELECTED } from '../../../domain/selection.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { explainLook } from '../../explain.ts';
import { AnsweredState } from '../../modal/reports/AnsweredState.tsx';
import { EarlierUpdate, LastEnd } from '../../modal/reports/EarlierUpdate.tsx';
import { ExportRows } from '../../modal/reports/ExportRows.tsx';
import { Filters, UpdateChoice } from '../../modal/reports/Filters.tsx';
import { FoundLine } from '../../modal/reports/FoundLine.tsx';
import { StateOfReading } from '../../modal/reports/StateOfReading.tsx';
import { NOTHING, useFound } from '../../modal/reports/useFound.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { Stack } from '../shapes.tsx';
import { BulkBar } from './BulkBar.tsx';
import { DeskTable } from './DeskTable.tsx';
import { OrganizationChoice } from './OrganizationChoice.tsx';
import type { Listed } from './useListing.ts';

// Counted once all are there: counting at every page would hold up the reading.
const NOT_YET: readonly ReportRow[] = [];

interface Props {
  readonly ports: DeskPorts;
  readonly listed: Listed;
  readonly now: Date;
  readonly running: Running | undefined;
  readonly lookAgain: () => Promise<void>;
}

/** Every report: found, selected, and acted on together. */
export function ReportsPanel(props: Props) {
  const { list } = props.listed;
  const words = useWords();
  if (list.shown) return <Shown {...props} listing={list.shown} />;
  if (list.state !== 'failed') return <Loading />;
  return <Note weight="danger">{explainLook(list.error, undefined, words)}</Note>;
}

function Shown(props: Props & { listing: Listing }) {
  const { ports, listed, listing, now } = props;
  const { list, names } = listed;
  const { t } = useWords();
  const { incident, hidden } = listing;
  const [organization, setOrganization] = useState<number>();
  const [selection, select] = useState(NONE_SELECTED);
  const {
    n,
    newest,
    about,
    tally,
    filter,
    wanted,
    found: all,
    choose,
    setFilter,
    answered,
    isOfAnswers,
  } = useFound(ports, listing, {});
  const found = useMemo(
    () => (organization === undefined ? all : all.filter((row) => row.organization === organization)),
    [all, organization],
  );
  const open = useCallback((id: TicketId) => ports.form.openTicket(id), [ports]);
  return (
    <Stack data-test-id="reports">
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
      <Buttons>
        <UpdateChoice about={about} onChoose={choose} />
        <OrganizationChoice
          rows={listing.isWhole ? listing.rows : NOT_YET}
          names={names}
          chosen={organization}
          onChoose={setOrganization}
        />
      </Buttons>
      <BulkBar {...props} {...{ listing, selection, select }} found={found} n={newest} />
      {listing.rows.length === 0 && listing.isWhole ? (
        <p data-test-id="reports-none">{t('reports.none')}</p>
      ) : (
        <DeskTable
          key={`${n} ${wanted.show} ${organization ?? ''}`} // another list begins at its top
          {...{ about, names, selection, select }}
          rows={found}
          onOpen={open}
        />
      )}
      <FoundLine
        {...{ listing, about, tally }}
        found={found.length}
        showAll={() => {
          setFilter(NOTHING);
          setOrganization(undefined);
        }}
      />
      {hidden > 0 && <Small>{t('reports.hidden', { count: hidden })}</Small>}
      <ExportRows rows={found} about={about} incident={incident.id} clock={ports.clock} />
    </Stack>
  );
}
