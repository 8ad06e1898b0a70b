import { useCallback, useEffect, useRef, useState } from 'react';
import { createSpotter, type Spotted } from '../../actions/spotGroups.ts';
import type { Incident } from '../../domain/incident.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';

/** What was last found, and why the newest look failed if it did. */
export interface Spotting {
  readonly spotted?: Spotted | undefined;
  readonly error?: unknown;
}

// One request as a rule, two when there is something to see.
const EVERY_MS = 2 * 60_000;

/** Looks for tickets that say the same while the desk is in front. Whatever fails keeps what was seen, with its age. */
export function useSpotting(
  ports: BroadcastPorts,
  running: readonly Incident[],
  isInFront: boolean,
): Spotting & { readonly refresh: () => Promise<void> } {
  const [spotting, setSpotting] = useState<Spotting>({});
  const spot = useRef<ReturnType<typeof createSpotter> | undefined>(undefined);
  const incidents = useRef(running);
  incidents.current = running;
  const looking = useRef<Promise<void> | undefined>(undefined);
  const isOver = useRef(false);

  const look = useCallback(async () => {
    spot.current ??= createSpotter(ports);
    const next = await spot.current(incidents.current).then(
      (spotted): Spotting => ({ spotted }),
      (error: unknown): Spotting => ({ error }),
    );
    if (!isOver.current) setSpotting((before) => ({ spotted: before.spotted, ...next }));
  }, [ports]);
  /** Looks now, once a look that is under way has ended. */
  const refresh = useCallback(async () => {
    await looking.current;
    looking.current = look();
    await looking.current;
  }, [look]);

  useEffect(() => {
    isOver.current = false;
    let turn = 0;
    const isSeen = () => isInFront && !document.hidden;
    async function keepLooking(mine: number) {
      while (!isOver.current && turn === mine && isSeen()) {
        await refresh();
        await ports.clock.pause(EVERY_MS);
      }
    }
    const start = () => {
      turn += 1;
      if (isSeen()) void keepLooking(turn);
    };
    start();
    document.addEventListener('visibilitychange', start);
    return () => {
      isOver.current = true;
      turn += 1; // the next effect takes back that it is over, but not for these loops
      document.removeEventListener('visibilitychange', start);
    };
  }, [ports, isInFront, refresh]);

  return { ...spotting, refresh };
}
