import { useEffect, useState } from 'react';
import { type Counted, countCoverage } from '../../actions/countCoverage.ts';
import type { Incident } from '../../domain/incident.ts';
import { isUntold, nextCount, type Watch, watchCount } from '../../domain/telling.ts';
import type { Ports } from '../../ports.ts';

/** The last count, what it says beside those before it, and why the newest one failed if it did. */
export interface Counting {
  readonly counted?: Counted;
  readonly watch?: Watch;
  readonly error?: unknown;
}

/**
 * The coverage, counted anew whenever the incident or this ticket (`stamp`) has changed, and every now and then while
 * somebody may be reading. It rests while this very app tells everyone, and knows better.
 */
export function useCounted(
  incident: Incident,
  { tickets, clock }: Pick<Ports, 'tickets' | 'clock'>,
  stamp: string,
  isResting: boolean,
): Counting {
  const [counting, setCounting] = useState<Counting>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew when something was told, not at every look
  useEffect(() => {
    if (isResting) return;
    let isOver = false;
    async function keepCounting() {
      while (!isOver) {
        const counted = await countCoverage({ tickets, clock }, incident).catch((error: unknown) => {
          if (!isOver) setCounting((before) => ({ ...before, error }));
        });
        if (counted && !isOver) setCounting(({ watch }) => ({ counted, watch: follow(watch, counted) }));
        do await clock.pause(waitAfter(incident, counted ?? undefined));
        while (!isOver && document.hidden);
      }
    }
    void keepCounting();
    return () => {
      isOver = true;
    };
  }, [tickets, clock, incident.id, incident.updatedAt, incident.reports, stamp, isResting]);
  return counting;
}

const follow = (watch: Watch | undefined, { coverage, asOf }: Counted) => watchCount(watch, coverage, asOf);

const PER_PAGE = 100;
const IDLE_MS = 5 * 60_000;

// When all are told, only a late joiner changes the figure.
function waitAfter(incident: Incident, counted: Counted | undefined): number {
  const soon = nextCount(Math.ceil((counted?.reports.length ?? 0) / PER_PAGE));
  return counted && !isUntold(incident, counted.coverage, counted.isAll) ? Math.max(IDLE_MS, soon) : soon;
}
