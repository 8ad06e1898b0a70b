import { Button } from '@zendeskgarden/react-buttons';
import { memo } from 'react';
import { type ReportRow, standingOf } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { Badge } from '../../Badge.tsx';
import { useWords } from '../../phrases.tsx';
import type { AnswerWords } from './answerWords.ts';
import { COLUMNS } from './HeadRow.tsx';
import { type About, wordsOfRow } from './rowWords.ts';
import { Cell, Line, Strong, Under } from './tablePieces.ts';

export const TONES = { told: 'success', since: 'primary', behind: 'warning', cannot: 'neutral' } as const;

interface RowProps extends About {
  readonly id: string;
  readonly row: ReportRow;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly onOpen: (id: TicketId) => void;
  readonly note: AnswerWords | undefined;
}

/** One report in the table: a row that does not move while others come and go. */
export const ReportLine = memo(function ReportLine({
  id,
  row,
  index,
  top,
  isActive,
  n,
  newest,
  onOpen,
  note,
}: RowProps) {
  const words = useWords();
  const said = wordsOfRow(row, { n, newest }, words);
  return (
    <Line
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
      data-test-id="report-row"
    >
      <Cell role="gridcell" $is="customer">
        <Strong dir="auto">{said.customer}</Strong>
        <Under dir="auto" title={note?.text}>
          <Button
            isLink
            size="small"
            tabIndex={-1}
            onClick={() => onOpen(row.id)}
            aria-label={words.t('reports.open', { id: `#${row.id}` })}
          >
            #{row.id}
          </Button>{' '}
          {note?.text ?? row.subject}
        </Under>
      </Cell>
      {COLUMNS.map(({ key, $is }) =>
        key === 'customer' || key === 'standing' ? null : (
          <Cell key={key} role="gridcell" $is={$is}>
            <Strong $isPlain>{said[key]}</Strong>
          </Cell>
        ),
      )}
      <Cell role="gridcell">
        <Badge $tone={note?.badge ? 'warning' : TONES[standingOf(row, n, newest)]}>
          {note?.badge ?? said.standing}
        </Badge>
        {said.reason && <Under title={row.failed?.detail}>{said.reason}</Under>}
      </Cell>
    </Line>
  );
});
