import { useEffect, useState } from 'react';
import { type Counted, countCoverage } from '../../actions/countCoverage.ts';
import type { Incident } from '../../domain/incident.ts';
import { isUntold, nextCount, type Watch, watchCount } from '../../domain/telling.ts';
import { type Ports, ServiceError } from '../../ports.ts';

/** The last count, what it says beside those before it, and why the newest one failed if it did. */
export interface Counting {
  readonly counted?: Counted;
  readonly watch?: Watch;
  readonly error?: unknown;
}

/**
 * The coverage, counted anew whenever the incident or this ticket (`stamp`) has changed, and every now and then while
 * somebody may be reading, or wants this browser to notice when telling stands still (`isEager`). It rests while this
 * very app tells everyone, and knows better.
 */
export function useCounted(
  incident: Incident,
  { tickets, clock }: Pick<Ports, 'tickets' | 'clock'>,
  stamp: string,
  { isResting, isEager }: { isResting: boolean; isEager: boolean },
): Counting {
  const [counting, setCounting] = useState<Counting>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew when something was told, not at every look
  useEffect(() => {
    if (isResting) return;
    let isOver = false;
    async function keepCounting() {
      while (!isOver) {
        let asked = 0;
        const counted = await countCoverage({ tickets, clock }, incident).catch((error: unknown) => {
          asked = (error instanceof ServiceError && error.retryAfter) || 0;
          if (!isOver) setCounting((before) => ({ ...before, error }));
        });
        if (counted && !isOver) setCounting(({ watch }) => ({ counted, watch: follow(watch, counted) }));
        do await clock.pause(Math.max(asked * 1_000, waitAfter(incident, counted ?? undefined)));
        while (!isOver && isHidden() && !isEager);
      }
    }
    void keepCounting();
    return () => {
      isOver = true;
    };
  }, [tickets, clock, incident.id, incident.updatedAt, incident.reports, stamp, isResting, isEager]);
  return counting;
}

const follow = (watch: Watch | undefined, { coverage, asOf }: Counted) => watchCount(watch, coverage, asOf);

const PER_PAGE = 100;
const IDLE_MS = 5 * 60_000;
const HIDDEN_MS = 2 * 60_000;

// When all are told, only a late joiner changes the figure; and of many open tickets the one that is read comes first.
function waitAfter(incident: Incident, counted: Counted | undefined): number {
  const soon = nextCount(Math.ceil((counted?.reports.length ?? 0) / PER_PAGE));
  const isDone = counted && !isUntold(incident, counted.coverage, counted.isAll);
  return Math.max(soon, isDone ? IDLE_MS : isHidden() ? HIDDEN_MS : 0);
}

// The frame of a ticket behind another tab has no size.
const isHidden = () => document.hidden || window.innerWidth === 0;
