import { type KeyboardEvent, type MouseEvent, memo, useCallback, useId, useRef } from 'react';
import type { ReportRow } from '../../../domain/reportRows.ts';
import { extend, NONE_SELECTED, type Selection, toggle, toggleAll } from '../../../domain/selection.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { About } from '../../modal/reports/rowWords.ts';
import { Body, HEAD_HEIGHT, HeadGroup } from '../../modal/reports/tablePieces.ts';
import { useRowWalk } from '../../modal/reports/useRowWalk.ts';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import { COLUMNS, DeskHead } from './DeskHead.tsx';
import { DeskReport } from './DeskReport.tsx';
import { Scroller } from './deskTablePieces.ts';

/**
 * Thousands of reports, of which those in sight are in the page. One stop for the Tab key: arrow keys move, Space selects,
 * Shift with an arrow key or a click selects a range, Ctrl+A all, Escape none, Enter opens.
 */
export const DeskTable = memo(function DeskTable(props: {
  rows: readonly ReportRow[];
  names: ReadonlyMap<number, string>;
  about: About;
  selection: Selection;
  select: (change: (before: Selection) => Selection) => void;
  onOpen: (id: TicketId) => void;
}) {
  const { rows, names, about, selection, select, onOpen } = props;
  const { t } = useWords();
  const ids = useId();
  const { scroller, active, setActive, walk, shown, height, isActiveInPage } = useRowWalk(rows);
  const latest = useRef(rows);
  latest.current = rows;

  const press = useCallback(
    ({ shiftKey }: MouseEvent, id: TicketId, index: number) => {
      setActive(index);
      select((before) => (shiftKey ? extend(before, id, latest.current) : toggle(before, id)));
    },
    [select, setActive],
  );

  function move(event: KeyboardEvent) {
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const row = rows[active];
    if (!row || event.altKey || (isCommand && key !== 'a')) return;
    if (key === 'Enter') onOpen(row.id);
    else if (key === ' ') select((before) => toggle(before, row.id));
    else if (key === 'Escape') select(() => NONE_SELECTED);
    else if (isCommand) select((before) => toggleAll({ ...before, ids: new Set() }, rows));
    else {
      const next = walk(key);
      if (next === undefined) return;
      const to = rows[next];
      if (shiftKey && to)
        select((before) => extend(before.anchor ? before : { ...before, anchor: row.id }, to.id, rows));
    }
    event.preventDefault();
  }

  return (
    <Scroller
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('reports.heading')}
      aria-describedby={`${ids}keys`}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-activedescendant={isActiveInPage ? `${ids}${active}` : undefined}
      onKeyDown={move}
      data-test-id="report-table"
    >
      <OnlyHeard id={`${ids}keys`}>{t('desk.keys')}</OnlyHeard>
      <HeadGroup role="rowgroup">
        <DeskHead
          n={about.n}
          isAll={rows.length > 0 && selection.ids.size >= rows.length}
          onAll={() => select((before) => toggleAll(before, latest.current))}
        />
      </HeadGroup>
      <Body role="rowgroup" style={{ height: height }}>
        {shown.map(({ key, index, start }) => {
          const row = rows[index];
          return (
            row && (
              <DeskReport
                key={key}
                id={`${ids}${index}`}
                row={row}
                organization={names.get(row.organization) ?? ''}
                index={index}
                top={start - HEAD_HEIGHT}
                isActive={index === active}
                isSelected={selection.ids.has(row.id)}
                n={about.n}
                newest={about.newest}
                onOpen={onOpen}
                onPress={press}
              />
            )
          );
        })}
      </Body>
    </Scroller>
  );
});
