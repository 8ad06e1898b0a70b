import { useCallback, useEffect, useRef, useState } from 'react';
import { broadcast } from '../../../actions/broadcast.ts';
import { detachReports } from '../../../actions/detachReports.ts';
import type { Listing } from '../../../actions/listReports.ts';
import { newestUpdate } from '../../../domain/incident.ts';
import type { ReportRow } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { useWords } from '../../phrases.tsx';
import { alignLater } from '../../sidebar/alignLater.ts';
import type { Telling } from '../../sidebar/Sidebar.tsx';
import { useTask } from '../../useTask.ts';
import { outcomeOfDetaching, outcomeOfTelling } from './bulkWords.ts';
import type { Listed } from './useListing.ts';

export interface BulkProgress {
  readonly what: 'telling' | 'detaching';
  readonly done: number;
  readonly total: number;
}

/** Does one thing to many reports; what is done when somebody leaves or stops stays done, and is safe to begin again. */
export function useBulk(props: {
  ports: DeskPorts;
  listed: Listed;
  listing: Listing;
  lookAgain: () => Promise<void>;
  onDone: () => void;
}) {
  const { ports, listed, listing, lookAgain, onDone } = props;
  const { incident } = listing;
  const words = useWords();
  const [progress, setProgress] = useState<BulkProgress>();
  const isStopped = useRef(false);
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );

  const telling = useTask(async (rows: readonly ReportRow[]): Promise<Telling> => {
    isStopped.current = false;
    const n = newestUpdate(incident);
    const total = rows.length;
    setProgress({ what: 'telling', done: 0, total });
    try {
      const services = await ports.broadcasting();
      const told = await broadcast(services, incident.id, n, {
        only: rows.map(({ id }) => id),
        isStopped: () => isStopped.current,
        onProgress: ({ told, skipped }) =>
          setProgress({ what: 'telling', done: told + skipped.length, total }),
      });
      await listed.list.lookAgain(told.skipped);
      await lookAgain();
      if (told.end === 'done') onDone();
      return outcomeOfTelling(told, n, total, words);
    } finally {
      setProgress(undefined);
    }
  });

  const detaching = useTask(async (ids: readonly TicketId[]): Promise<Telling> => {
    isStopped.current = false;
    const total = ids.length;
    setProgress({ what: 'detaching', done: 0, total });
    try {
      const done = await detachReports(
        ports,
        ids,
        (done) => setProgress({ what: 'detaching', done, total }),
        () => isStopped.current,
      );
      for (const id of done.detached) alignLater(ports, incident, id, 'detached');
      listed.list.forget(done.detached);
      await lookAgain();
      if (done.not.length === 0) onDone();
      return outcomeOfDetaching(done, total, words);
    } finally {
      setProgress(undefined);
    }
  });

  const { run: tell, reset: forgetTelling } = telling;
  const { run: detach, reset: forgetDetaching } = detaching;
  const ended = [telling.task, detaching.task];
  return {
    progress,
    outcome: ended.flatMap((task) => (task.state === 'done' ? task.value : []))[0],
    error: ended.flatMap((task) => (task.state === 'failed' ? [task.error] : []))[0],
    tell: useCallback(
      (rows: readonly ReportRow[]) => {
        forgetDetaching();
        return tell(rows);
      },
      [tell, forgetDetaching],
    ),
    detach: useCallback(
      (ids: readonly TicketId[]) => {
        forgetTelling();
        return detach(ids);
      },
      [detach, forgetTelling],
    ),
    stop: useCallback(() => {
      isStopped.current = true;
    }, []),
  };
}
