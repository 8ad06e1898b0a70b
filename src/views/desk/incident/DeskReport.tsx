import { Button } from '@zendeskgarden/react-buttons';
import { type MouseEvent, memo } from 'react';
import { type ReportRow, standingOf } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { Badge } from '../../Badge.tsx';
import { TONES } from '../../modal/reports/ReportLine.tsx';
import { type About, wordsOfRow } from '../../modal/reports/rowWords.ts';
import { Strong, Under } from '../../modal/reports/tablePieces.ts';
import { useWords } from '../../phrases.tsx';
import { Cell, Line, Tick } from './deskTablePieces.ts';

interface RowProps extends About {
  readonly id: string;
  readonly row: ReportRow;
  readonly organization: string;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onOpen: (id: TicketId) => void;
  readonly onPress: (event: MouseEvent, id: TicketId, index: number) => void;
}

/** One report on the desk; a click anywhere on it selects it. */
export const DeskReport = memo(function DeskReport(props: RowProps) {
  const { id, row, organization, index, top, isActive, isSelected, n, newest, onOpen, onPress } = props;
  const words = useWords();
  const said = wordsOfRow(row, { n, newest }, words);
  return (
    <Line
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onPress(event, row.id, index)}
      data-test-id="report-row"
    >
      <Cell role="gridcell">
        <Tick type="checkbox" checked={isSelected} readOnly tabIndex={-1} aria-hidden />
      </Cell>
      <Cell role="gridcell">
        <Strong dir="auto">{said.customer}</Strong>
        <Under dir="auto">
          <Button
            isLink
            size="small"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              onOpen(row.id);
            }}
            aria-label={words.t('reports.open', { id: `#${row.id}` })}
          >
            #{row.id}
          </Button>{' '}
          {row.subject}
        </Under>
      </Cell>
      <Cell role="gridcell" data-is="middle">
        <Strong $isPlain dir="auto" title={organization}>
          {organization}
        </Strong>
      </Cell>
      <Cell role="gridcell" data-is="middle">
        <Strong $isPlain>{said.language}</Strong>
      </Cell>
      <Cell role="gridcell" data-is="wide">
        <Strong $isPlain>{said.channel}</Strong>
      </Cell>
      <Cell role="gridcell" data-is="wide">
        <Strong $isPlain>{said.told}</Strong>
      </Cell>
      <Cell role="gridcell">
        <Badge $tone={TONES[standingOf(row, n, newest)]}>{said.standing}</Badge>
        {said.reason && <Under title={row.failed?.detail}>{said.reason}</Under>}
      </Cell>
    </Line>
  );
});
