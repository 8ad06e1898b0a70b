import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ReportRow } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import type { AnswerWords } from './answerWords.ts';
import { COLUMNS, HeadRow } from './HeadRow.tsx';
import { ReportLine } from './ReportLine.tsx';
import type { About } from './rowWords.ts';
import { Body, HEAD_HEIGHT, ROW_HEIGHT, Scroller } from './tablePieces.ts';

const OVERSCAN = 8;

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
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, rows.length - 1);
  const ids = useId();
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

  function move(event: KeyboardEvent) {
    const { key } = event;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const row = rows[active];
    const targets: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[key];
    if (key === 'Enter' && row) onOpen(row.id);
    else if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    else {
      const next = Math.max(0, Math.min(rows.length - 1, target));
      setAt(next);
      virtual.scrollToIndex(next);
    }
    event.preventDefault();
  }

  const shown = virtual.getVirtualItems();
  const isInPage = shown.some(({ index }) => index === active);
  return (
    <Scroller
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${ids}keys`}
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={isInPage ? `${ids}${active}` : undefined}
      onKeyDown={move}
      data-test-id="report-table"
    >
      <OnlyHeard id={`${ids}keys`}>{t('reports.keys')}</OnlyHeard>
      <HeadRow n={about.n} />
      <Body role="rowgroup" style={{ height: virtual.getTotalSize() }}>
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
