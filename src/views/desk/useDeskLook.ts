import { useCallback, useEffect, useRef, useState } from 'react';
import { findPast, type Past, type Running, seeRunning } from '../../actions/readDesk.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { ServiceError } from '../../ports.ts';

/** What was last seen of all incidents, and why the newest look failed if it did. */
export interface DeskLook {
  readonly running?: Running | undefined;
  readonly past?: Past | undefined;
  readonly owners: ReadonlyMap<number, string>;
  readonly error?: unknown;
  /** Those that are over could not be looked up. */
  readonly pastError?: unknown;
}

const EVERY_MS = 30_000;
const PAST_EVERY_MS = 5 * 60_000;
const MOST_WAIT_MS = 5 * 60_000;
export const PAST_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Keeps looking while the desk is in front: two requests a minute, two more every five minutes for those that are over, one
 * for names that are new. Whatever fails keeps what was seen, with its age.
 */
export function useDeskLook(
  ports: DeskPorts,
  onDestroy: (act: () => void) => void,
): DeskLook & { readonly isInFront: boolean; readonly refresh: () => Promise<void> } {
  const [look, setLook] = useState<DeskLook>({ owners: new Map() });
  const latest = useRef(look);
  const failures = useRef(0);
  const [isInFront, setInFront] = useState(true);
  const isOver = useRef(false);

  const keep = useCallback((next: Partial<DeskLook>) => {
    latest.current = { ...latest.current, ...next };
    if (!isOver.current) setLook(latest.current);
  }, []);

  const lookNow = useCallback(
    async (isPastWanted: boolean) => {
      const before = latest.current;
      try {
        const running = await seeRunning(ports);
        failures.current = 0;
        keep({ running, error: undefined });
      } catch (error) {
        failures.current += 1;
        return keep({ error });
      }
      const { running, past } = latest.current;
      const now = ports.clock.now();
      const isOld = !past || now.getTime() - past.asOf.getTime() >= PAST_EVERY_MS;
      if (isPastWanted || isOld || hasLeft(before.running, running)) {
        const since = new Date(now.getTime() - PAST_DAYS * DAY_MS);
        await findPast(ports, since).then(
          (past) => keep({ past, pastError: undefined }),
          (pastError: unknown) => keep({ pastError }),
        );
      }
      await lookUpOwners(ports, latest.current).then((owners) => owners && keep({ owners }), tolerate);
    },
    [ports, keep],
  );

  useEffect(() => {
    isOver.current = false;
    let turn = 0;
    let isAhead = true;
    const isSeen = () => isAhead && !document.hidden;
    async function keepLooking(mine: number) {
      while (!isOver.current && turn === mine && isSeen()) {
        await lookNow(false);
        await ports.clock.pause(waitAfter(latest.current.error, failures.current));
      }
    }
    const start = () => {
      turn += 1;
      void keepLooking(turn);
    };
    const turnTo = (isNowAhead: boolean) => {
      const wasSeen = isSeen();
      isAhead = isNowAhead;
      setInFront(isNowAhead);
      if (!wasSeen && isSeen()) start();
    };
    const whenSeen = () => isSeen() && start();
    start();
    const unfollow = ports.onTurn(turnTo);
    document.addEventListener('visibilitychange', whenSeen);
    const stop = () => {
      isOver.current = true;
      unfollow();
      document.removeEventListener('visibilitychange', whenSeen);
    };
    onDestroy(stop);
    return stop;
  }, [ports, onDestroy, lookNow]);

  return { ...look, isInFront, refresh: useCallback(() => lookNow(true), [lookNow]) };
}

/** An incident that runs no more is over, or nobody's of ours any longer. */
function hasLeft(before: Running | undefined, now: Running | undefined): boolean {
  const still = new Set(now?.incidents.map(({ id }) => id));
  return before?.incidents.some(({ id }) => !still.has(id)) ?? false;
}

const MOST_NAMES = 100;

async function lookUpOwners({ batches }: DeskPorts, { running, past, owners }: DeskLook) {
  const all: readonly Incident[] = [...(running?.incidents ?? []), ...(past?.incidents ?? [])];
  const unknown = new Set(all.flatMap(({ ownerId }) => (ownerId && !owners.has(ownerId) ? ownerId : [])));
  if (unknown.size === 0) return undefined;
  const asked = [...unknown].slice(0, MOST_NAMES);
  const people = await batches.people(asked);
  return new Map([...owners, ...asked.map((id) => [id, people.get(id)?.name ?? ''] as const)]);
}

// A name that is missing is left out; the next look asks again.
function tolerate(error: unknown): void {
  if (!(error instanceof ServiceError)) throw error;
}

function waitAfter(error: unknown, failures: number): number {
  if (error === undefined) return EVERY_MS;
  const asked = error instanceof ServiceError ? (error.retryAfter ?? 0) * 1_000 : 0;
  return Math.max(asked, Math.min((EVERY_MS / 4) * 2 ** failures, MOST_WAIT_MS));
}

/** What is to be counted again when it differs. */
export const stateOf = (incident: Incident) =>
  `${incident.id} ${newestUpdate(incident)} ${incident.reports ?? ''} ${incident.updatedAt}`;
