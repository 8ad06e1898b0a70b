import styled from 'styled-components';
import type { Incident } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { useWords } from '../phrases.tsx';
import { OnlyHeard } from '../pieces.tsx';
import { IncidentLine } from './IncidentLine.tsx';
import { Table, WIDE_ONLY } from './shapes.tsx';
import type { CountOf } from './useCoverages.ts';

const Incidents = styled(Table)`
  & tbody tr { position: relative; }
  table-layout: fixed;
  & th:nth-child(2), & td:nth-child(2) { width: 144px; }
  & th:nth-child(3), & td:nth-child(3) { width: 128px; }
  & th:nth-child(4), & td:nth-child(4) { width: 72px; text-align: end; }
  & th:nth-child(5), & td:nth-child(5) { width: 144px; }
  & th:nth-child(6), & td:nth-child(6) { width: 136px; }
  & th:nth-child(7), & td:nth-child(7) { width: 120px; }
  @media ${WIDE_ONLY} {
    & th:nth-child(6), & td:nth-child(6), & th:nth-child(7), & td:nth-child(7) { display: none; }
  }
  @media (max-width: 767px) {
    & th:nth-child(3), & td:nth-child(3), & th:nth-child(5), & td:nth-child(5) { display: none; }
    & th:nth-child(2), & td:nth-child(2) { width: 104px; }
  }
`;

const COLUMNS = ['incident', 'next', 'last', 'reports', 'coverage', 'jira', 'owner'] as const;

// Jira is asked about each of the first, and seldom; the rest show what the record says.
const MOST_ASKED = 5;

/** Incidents as rows, in the order in which they come. */
export function IncidentTable(props: {
  incidents: readonly Incident[];
  label: string;
  /** They are over: what is owed is their reviews. */
  isOver?: boolean;
  ports: DeskPorts;
  now: Date;
  owners: ReadonlyMap<number, string>;
  countOf: CountOf;
  open: (id: TicketId) => void;
  /** Of the look that these come from. */
  occasion: number;
}) {
  const { incidents, label, isOver = false, ports, now, owners, countOf, open, occasion } = props;
  const { t } = useWords();
  return (
    <Incidents>
      <OnlyHeard as="caption">{label}</OnlyHeard>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`desk.column.${isOver && column === 'next' ? 'review' : column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {incidents.map((incident, index) => (
          <IncidentLine
            key={incident.id}
            {...{ incident, ports, now, open, occasion }}
            owner={incident.ownerId ? owners.get(incident.ownerId) : undefined}
            counted={countOf(incident.id)}
            isJiraAsked={index < MOST_ASKED && !incident.isOver}
          />
        ))}
      </tbody>
    </Incidents>
  );
}
