import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../actions/broadcast.ts';
import type { Told } from '../../actions/tellEveryone.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { type Sample, timeLeft, withSample } from '../../domain/timeLeft.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';

/** A broadcast as this tab runs it; what other people's tabs do shows in the counts alone. */
export interface Telling {
  readonly n: number;
  /** `pausing`: nothing more is sent, what was sent is followed to its end. */
  readonly state: 'idle' | 'running' | 'pausing' | 'paused' | 'ended';
  /** The newest figures, also after the end. */
  readonly progress?: Progress | undefined;
  /** How many reports there are, as far as is known. */
  readonly total: number;
  readonly outcome?: Told | undefined;
  readonly error?: unknown;
  /** Milliseconds; `undefined` while nobody can say. */
  readonly timeLeft: (now: Date) => number | undefined;
  /** Starts, or goes on with those alone who were not told. */
  readonly start: () => void;
  readonly pause: () => void;
  /** After a pause: writes down for everybody that nobody else is told. Throws a `ServiceError` when that fails. */
  readonly cancel: () => Promise<void>;
}

type Run = Pick<Telling, 'state' | 'progress' | 'outcome' | 'error'> & { readonly count: number };

/**
 * Tells update `n` to everybody who was not told it, as long as the view is there. Leaving it is like pausing: what was
 * sent stays sent, and anybody's app can go on.
 */
export function useTelling(
  broadcasting: () => Promise<BroadcastPorts>,
  incident: TicketId,
  n: number,
): Telling {
  const [run, setRun] = useState<Run>({ state: 'idle', count: 0 });
  const samples = useRef<readonly Sample[]>([]);
  const isStopped = useRef(false);
  const isRunning = useRef(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      isStopped.current = true;
    };
  }, []);

  const start = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    isStopped.current = false;
    samples.current = [];
    let count = 0;
    const update = (change: (before: Run) => Run) => {
      if (isMounted.current) setRun(change);
    };
    update(({ progress, count }) => ({ state: 'running', progress, count }));
    try {
      const [ports, { tellEveryone }] = await Promise.all([
        broadcasting(),
        import('../../actions/tellEveryone.ts'),
      ]);
      // Until the last page is read the broadcast knows only of the reports it has met.
      count = await ports.tickets.countReports(incident).catch(() => 0);
      const outcome = await tellEveryone(ports, incident, n, {
        isStopped: () => isStopped.current,
        onProgress: (progress) => {
          const at = ports.clock.now().getTime();
          samples.current = withSample(samples.current, { at, left: leftOf(progress, count) });
          update((before) => ({ ...before, progress, count }));
        },
      });
      const { end, ...tally } = outcome.broadcast;
      const state = end === 'stopped' ? 'paused' : 'ended';
      // Only a broadcast that went through everybody knows of more than Zendesk's count, or of fewer.
      const counted = end === 'done' ? 0 : count;
      update(() => ({ state, progress: { n, ...tally }, outcome, count: counted }));
    } catch (error) {
      update(({ progress }) => ({ state: 'ended', progress, error, count }));
    } finally {
      isRunning.current = false;
    }
  }, [broadcasting, incident, n]);

  const pause = useCallback(() => {
    isStopped.current = true;
    setRun((before) => (before.state === 'running' ? { ...before, state: 'pausing' } : before));
  }, []);

  const { count, ...shown } = run;
  const total = Math.max(count, run.progress?.total ?? 0);

  async function cancel() {
    const { outcome } = run;
    if (!outcome) return;
    const { broadcast } = outcome;
    const [ports, { cancelTelling }] = await Promise.all([
      broadcasting(),
      import('../../actions/cancelTelling.ts'),
    ]);
    const cancelled = await cancelTelling(ports, incident, n, { ...broadcast, total });
    if (!isMounted.current) return;
    const end: Told =
      cancelled.do === 'refuse'
        ? { broadcast, finished: cancelled }
        : { broadcast: { ...broadcast, end: cancelled.do } };
    setRun((before) => ({ ...before, state: 'ended', outcome: end }));
  }

  return {
    n,
    ...shown,
    total,
    timeLeft: (now) => timeLeft(samples.current, now.getTime()),
    start,
    pause,
    cancel,
  };
}

function leftOf({ total, told, skipped }: Progress, count: number): number {
  return Math.max(total, count) - told - skipped.length;
}
