import { useCallback, useEffect, useRef, useState } from 'react';
import { type Listing, listReports, lookAgain } from '../../../actions/listReports.ts';
import type { Waiting } from '../../../actions/paced.ts';
import { languageName } from '../../../domain/languageName.ts';
import type { Skipped } from '../../../domain/pass.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';

export interface ReportList {
  /** What there is to look at; while it is read again, what was read before. */
  readonly shown: Listing | undefined;
  /** What is being read. */
  readonly coming: Listing | undefined;
  readonly state: 'reading' | 'stopped' | 'failed' | 'whole';
  readonly error?: unknown;
  readonly waiting: Waiting | undefined;
  readonly stop: () => void;
  readonly goOn: () => void;
  readonly refresh: () => void;
  /** After a broadcast: reads those who were behind and those `changed`, and takes in why it did not reach some. */
  readonly lookAgain: (failed: readonly Skipped[], changed?: readonly TicketId[]) => Promise<void>;
  /** Takes these off the list: they hang on the incident no more. */
  readonly forget: (ids: readonly TicketId[]) => void;
}

interface State {
  readonly shown?: Listing;
  readonly coming?: Listing;
  readonly state: ReportList['state'];
  readonly error?: unknown;
}

/** Reads an incident's reports as long as somebody looks at them. */
export function useReportList(
  ports: Pick<ModalPorts, 'tickets' | 'batches' | 'settings' | 'clock'>,
  incident: TicketId,
): ReportList {
  const [{ shown, coming, state, error }, setState] = useState<State>({ state: 'reading' });
  const [waiting, setWaiting] = useState<Waiting>();
  const turn = useRef(0);

  const read = useCallback(async (act: (isOver: () => boolean) => Promise<Listing>) => {
    turn.current += 1;
    const mine = turn.current;
    const isOver = () => turn.current !== mine;
    setState((before) => ({ ...before, state: 'reading', error: undefined }));
    const end = await act(isOver).then(
      (listing): State => ({ shown: listing, state: 'whole' }),
      (cause: unknown): State => ({ state: 'failed', error: cause }),
    );
    if (isOver()) return;
    setWaiting(undefined);
    setState((before) => ({ ...before, ...end }));
  }, []);

  const start = useCallback(
    (resume?: Listing) =>
      read((isOver) =>
        listReports(ports, incident, {
          resume,
          nameOfLanguage: languageName,
          isStopped: isOver,
          onWait: (next) => !isOver() && setWaiting(next),
          // A list that is whole stays on the screen until the new one is.
          onPage: (coming) =>
            !isOver() &&
            setState(({ shown, state }) => ({ state, coming, shown: shown?.isWhole ? shown : coming })),
        }),
      ),
    [ports, incident, read],
  );

  useEffect(() => {
    void start();
    return () => {
      turn.current += 1;
    };
  }, [start]);

  const known = useRef<State>({ state });
  known.current = { state, ...(shown && { shown }), ...(coming && { coming }) };
  return {
    shown,
    coming,
    state,
    error,
    waiting,
    stop: useCallback(() => {
      turn.current += 1;
      setWaiting(undefined);
      setState((before) => ({ ...before, state: before.shown?.isWhole ? 'whole' : 'stopped' }));
    }, []),
    goOn: useCallback(() => void start(known.current.coming), [start]),
    refresh: useCallback(() => void start(), [start]),
    forget: useCallback((ids) => {
      const gone = new Set(ids);
      setState((before) => {
        if (!before.shown) return before;
        const rows = before.shown.rows.filter(({ id }) => !gone.has(id));
        const total = before.shown.total - (before.shown.rows.length - rows.length);
        return { ...before, shown: { ...before.shown, rows, total } };
      });
    }, []),
    lookAgain: useCallback(
      async (failed, changed) => {
        const { shown } = known.current;
        if (shown)
          await read((isOver) =>
            lookAgain(ports, shown, failed, {
              changed,
              nameOfLanguage: languageName,
              onWait: (next) => !isOver() && setWaiting(next),
            }),
          );
      },
      [ports, read],
    ),
  };
}
