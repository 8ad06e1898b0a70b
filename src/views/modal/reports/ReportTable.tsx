import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import { type ReportRow, standingOf } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { Badge } from '../../Badge.tsx';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import { type About, standingHead, wordsOfRow } from './rowWords.ts';
import {
  Body,
  Cell,
  HEAD_HEIGHT,
  Head,
  HeadGroup,
  Line,
  ROW_HEIGHT,
  Scroller,
  Strong,
  Under,
} from './tablePieces.ts';

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
}) {
  const { rows, about, label, onOpen } = props;
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
      aria-colcount={COLUMNS}
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
              <Row
                key={key}
                id={`${ids}${index}`}
                row={row}
                index={index}
                top={start - HEAD_HEIGHT}
                isActive={index === active}
                n={about.n}
                newest={about.newest}
                onOpen={onOpen}
              />
            )
          );
        })}
      </Body>
    </Scroller>
  );
}

const COLUMNS = 6;

const HeadRow = memo(function HeadRow({ n }: { n: number }) {
  const words = useWords();
  const { t } = words;
  return (
    <HeadGroup role="rowgroup">
      <Head role="row" aria-rowindex={1}>
        <Cell role="columnheader" $is="customer">
          {t('reports.column.customer')}
        </Cell>
        <Cell role="columnheader" $is="wide">
          {t('reports.column.language')}
        </Cell>
        <Cell role="columnheader" $is="wide">
          {t('reports.column.channel')}
        </Cell>
        <Cell role="columnheader" $is="wide">
          {t('reports.column.status')}
        </Cell>
        <Cell role="columnheader" $is="middle">
          {t('reports.column.told')}
        </Cell>
        <Cell role="columnheader">{standingHead({ n }, words)}</Cell>
      </Head>
    </HeadGroup>
  );
});

const TONES = { told: 'success', since: 'primary', behind: 'warning', cannot: 'neutral' } as const;

interface RowProps extends About {
  readonly id: string;
  readonly row: ReportRow;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly onOpen: (id: TicketId) => void;
}

const Row = memo(function Row({ id, row, index, top, isActive, n, newest, onOpen }: RowProps) {
  const words = useWords();
  const said = wordsOfRow(row, { n, newest }, words);
  return (
    <Line
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      style={{ transform: `translateY(${top}px)` }}
      data-test-id="report-row"
    >
      <Cell role="gridcell" $is="customer">
        <Strong dir="auto">{said.customer}</Strong>
        <Under dir="auto">
          <Button
            isLink
            size="small"
            tabIndex={-1}
            onClick={() => onOpen(row.id)}
            aria-label={words.t('reports.open', { id: `#${row.id}` })}
          >
            #{row.id}
          </Button>{' '}
          {row.subject}
        </Under>
      </Cell>
      <Cell role="gridcell" $is="wide">
        <Strong $isPlain>{said.language}</Strong>
      </Cell>
      <Cell role="gridcell" $is="wide">
        <Strong $isPlain>{said.channel}</Strong>
      </Cell>
      <Cell role="gridcell" $is="wide">
        <Strong $isPlain>{said.status}</Strong>
      </Cell>
      <Cell role="gridcell" $is="middle">
        <Strong $isPlain>{said.told}</Strong>
      </Cell>
      <Cell role="gridcell">
        <Badge $tone={TONES[standingOf(row, n, newest)]}>{said.standing}</Badge>
        {said.reason && <Under title={row.failed?.detail}>{said.reason}</Under>}
      </Cell>
    </Line>
  );
});
