import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { untoldReason } from '../../domain/coverage.ts';
import type { Incident } from '../../domain/incident.ts';
import { isLedgerDoubtful, toldOf } from '../../domain/ledger.ts';
import { needsFollowUp } from '../../domain/rca.ts';
import type { Ticket, TicketId } from '../../domain/ticket.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';

const Rows = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  max-height: 300px;
  overflow-y: auto;
  & button { text-align: start; }
`;

// A sidebar is no place for more; the list of all reports has them.
const MOST_ROWS = 100;

/** The reports that were not told the newest update, each a ticket to open, with its reason where it can't be told. */
export function UntoldList(props: {
  untold: readonly Ticket[];
  incident: Incident;
  onOpen: (id: TicketId) => void;
}) {
  const { untold, incident, onOpen } = props;
  const { t } = useWords();
  return (
    <Rows tabIndex={0} aria-label={t('coverage.notTold')}>
      {untold.slice(0, MOST_ROWS).map((report) => (
        <UntoldRow key={report.id} report={report} incident={incident} onOpen={() => onOpen(report.id)} />
      ))}
    </Rows>
  );
}

function UntoldRow({ report, incident, onOpen }: { report: Ticket; incident: Incident; onOpen: () => void }) {
  const { t } = useWords();
  const reason = needsFollowUp(incident, report) ? undefined : untoldReason(report);
  const told = toldOf(report.fields.allclear_told, incident.id);
  return (
    <li>
      <Button isLink size="small" onClick={onOpen}>
        #{report.id} <bdi>{report.subject}</bdi>
      </Button>
      <Small>
        {reason
          ? t(reason === 'set aside' ? 'aside.because' : `coverage.because.${reason}`)
          : t('coverage.notTold')}
        {told !== undefined && ` · ${t('coverage.lastTold', { n: told })}`}
        {isLedgerDoubtful(report, incident.id) && ` · ${t('reports.column.told')}: ${t('reports.unknown')}`}
      </Small>
    </li>
  );
}
