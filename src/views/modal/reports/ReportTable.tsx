import { type KeyboardEvent, useId } from 'react';
import type { ReportRow } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import type { AnswerWords } from './answerWords.ts';
import { COLUMNS, HeadRow } from './HeadRow.tsx';
import { ReportLine } from './ReportLine.tsx';
import type { About } from './rowWords.ts';
import { Body, HEAD_HEIGHT, Scroller } from './tablePieces.ts';
import { useRowWalk } from './useRowWalk.ts';

/**
 * Thousands of reports, of which those in sight are in the page. The table is one stop for the Tab key: within it arrow
 * keys move and Enter opens, so that no focus is lost when a row scrolls out of sight.
 */
export function ReportTable(props: {
  rows: readonly ReportRow[];
  about: About;
  label: string;
  onOpen: (id: TicketId) => void;
  /** What there is to say of a report beside its standing. */
  noteOf: (id: TicketId) => AnswerWords | undefined;
}) {
  const { rows, about, label, onOpen, noteOf } = props;
  const { t } = useWords();
  const ids = useId();
  const { scroller, active, walk, shown, height, isActiveInPage } = useRowWalk(rows);

  function move(event: KeyboardEvent) {
    const row = rows[active];
    if (event.key === 'Enter' && row) onOpen(row.id);
    else if (event.altKey || event.ctrlKey || event.metaKey || walk(event.key) === undefined) return;
    event.preventDefault();
  }

  return (
    <Scroller
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${ids}keys`}
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={isActiveInPage ? `${ids}${active}` : undefined}
      onKeyDown={move}
      data-test-id="report-table"
    >
      <OnlyHeard id={`${ids}keys`}>{t('reports.keys')}</OnlyHeard>
      <HeadRow n={about.n} />
      <Body role="rowgroup" style={{ height: height }}>
        {shown.map(({ key, index, start }) => {
          const row = rows[index];
          return (
            row && (
              <ReportLine
                key={key}
                id={`${ids}${index}`}
                row={row}
                index={index}
                top={start - HEAD_HEIGHT}
                isActive={index === active}
                n={about.n}
                newest={about.newest}
                onOpen={onOpen}
                note={noteOf(row.id)}
              />
            )
          );
        })}
      </Body>
    </Scroller>
  );
}
