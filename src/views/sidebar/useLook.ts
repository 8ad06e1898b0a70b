import { useCallback, useEffect, useRef, useState } from 'react';
import { type Seen, seeAgain, seeTicket } from '../../actions/seeTicket.ts';
import { type Ports, ServiceError } from '../../ports.ts';

/** What was last seen, and why the last look failed if it did. */
export interface Look {
  readonly seen?: Seen | undefined;
  readonly error?: unknown;
}

const EVERY_MS = 30_000;
const HIDDEN_EVERY_MS = 5 * 60_000;
const FIRST_RETRY_MS = 5_000;

/** Keeps looking while somebody may be reading; slower behind another tab or ticket, after failures, and never once thrown away. */
export function useLook(
  ports: Pick<Ports, 'tickets' | 'form' | 'clock'>,
  ticketId: number,
  firstLook: Promise<Seen>,
  onDestroy: (act: () => void) => void,
  first?: Seen | undefined,
): Look & { refresh: () => Promise<void> } {
  const [look, setLook] = useState<Look>({ seen: first });
  const latest = useRef<Look>({ seen: first });
  const running = useRef<Promise<void> | undefined>(undefined);
  const isOver = useRef(false);
  const isBehind = useRef(false);
  const failures = useRef(0);

  const settle = useCallback(async (looking: Promise<Seen>) => {
    const next: Look = await looking.then(
      (seen) => ({ seen }),
      (error: unknown) => ({ seen: latest.current.seen, error }),
    );
    failures.current = next.error === undefined ? 0 : failures.current + 1;
    latest.current = next;
    if (!isOver.current) setLook(next);
  }, []);

  /** Looks now; a look under way is waited for first, since it may have begun before what is to be seen. */
  const refresh = useCallback(async () => {
    await running.current;
    const { seen } = latest.current;
    running.current = settle(seen ? seeAgain(ports, seen) : seeTicket(ports, ticketId));
    await running.current;
  }, [ports, ticketId, settle]);

  useEffect(() => {
    isOver.current = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isHidden = () => document.hidden || isBehind.current;
    const delay = () => delayOf(latest.current.error, failures.current, isHidden());
    const plan = () => {
      clearTimeout(timer);
      if (!isOver.current) timer = setTimeout(again, delay());
    };
    const again = () => void refresh().then(plan, plan);
    const whenSeen = () => {
      if (!isHidden()) again();
    };
    running.current = settle(firstLook);
    void running.current.then(plan);
    const unlisten = ports.form.onChange(again);
    const unfollow = ports.form.onTurn((isInFront) => {
      const isBack = isInFront && isBehind.current;
      isBehind.current = !isInFront;
      if (isBack) whenSeen();
    });
    document.addEventListener('visibilitychange', whenSeen);
    const stop = () => {
      isOver.current = true;
      clearTimeout(timer);
      unlisten();
      unfollow();
      document.removeEventListener('visibilitychange', whenSeen);
    };
    onDestroy(stop);
    return stop;
  }, [ports, firstLook, onDestroy, refresh, settle]);

  return { ...look, refresh };
}

function delayOf(error: unknown, failures: number, isHidden: boolean): number {
  const usual = isHidden ? HIDDEN_EVERY_MS : EVERY_MS;
  if (error === undefined) return usual;
  const asked = error instanceof ServiceError ? (error.retryAfter ?? 0) * 1_000 : 0;
  return Math.max(asked, Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), HIDDEN_EVERY_MS));
}
