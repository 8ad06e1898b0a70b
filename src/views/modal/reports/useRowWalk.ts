import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { TicketId } from '../../../domain/ticket.ts';
import { HEAD_HEIGHT, ROW_HEIGHT } from './tablePieces.ts';

const OVERSCAN = 8;

/** A long list of which the rows in sight are in the page, and the row that the arrow keys are at (`active`). */
export function useRowWalk(rows: readonly { readonly id: TicketId }[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, rows.length - 1);
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

  /** Goes where `key` leads, and says where that is; `undefined` for a key that leads nowhere. */
  function walk(key: string): number | undefined {
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
    if (target === undefined) return undefined;
    const next = Math.max(0, Math.min(rows.length - 1, target));
    setAt(next);
    virtual.scrollToIndex(next);
    return next;
  }

  const shown = virtual.getVirtualItems();
  return {
    scroller,
    active,
    setActive: setAt,
    walk,
    shown,
    /** Of all rows, in pixels. */
    height: virtual.getTotalSize(),
    isActiveInPage: shown.some(({ index }) => index === active),
  };
}
