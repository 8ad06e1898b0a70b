import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, memo, useCallback, useId, useRef, useState } from 'react';
import type { ReportRow } from '../../../domain/reportRows.ts';
import { extend, NONE_SELECTED, type Selection, toggle, toggleAll } from '../../../domain/selection.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { About } from '../../modal/reports/rowWords.ts';
import { Body, HEAD_HEIGHT, HeadGroup, ROW_HEIGHT } from '../../modal/reports/tablePieces.ts';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import { COLUMNS, DeskHead } from './DeskHead.tsx';
import { DeskReport } from './DeskReport.tsx';
import { Scroller } from './deskTablePieces.ts';

const OVERSCAN = 8;

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
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, rows.length - 1);
  const ids = useId();
  const latest = useRef(rows);
  latest.current = rows;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollMargin: HEAD_HEIGHT,
    useFlushSync: false, // a frame later is soon enough, and keeps each scroll event short
  });

  const press = useCallback(
    ({ shiftKey }: MouseEvent, id: TicketId, index: number) => {
      setAt(index);
      select((before) => (shiftKey ? extend(before, id, latest.current) : toggle(before, id)));
    },
    [select],
  );

  function move(event: KeyboardEvent) {
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const row = rows[active];
    if (!row || event.altKey || (isCommand && key !== 'a')) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const targets: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[key];
    if (key === 'Enter') onOpen(row.id);
    else if (key === ' ') select((before) => toggle(before, row.id));
    else if (key === 'Escape') select(() => NONE_SELECTED);
    else if (isCommand) select((before) => toggleAll({ ...before, ids: new Set() }, rows));
    else if (target === undefined) return;
    else {
      const next = Math.max(0, Math.min(rows.length - 1, target));
      const to = rows[next];
      setAt(next);
      virtual.scrollToIndex(next);
      if (shiftKey && to)
        select((before) => extend(before.anchor ? before : { ...before, anchor: row.id }, to.id, rows));
    }
    event.preventDefault();
  }

  const shown = virtual.getVirtualItems();
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
      aria-activedescendant={shown.some(({ index }) => index === active) ? `${ids}${active}` : undefined}
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
      <Body role="rowgroup" style={{ height: virtual.getTotalSize() }}>
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
