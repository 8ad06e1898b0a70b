import { useEffect, useRef, useState } from 'react';
import { type Counted, countCoverage } from '../../actions/countCoverage.ts';
import type { Incident } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { ServiceError } from '../../ports.ts';
import { stateOf } from './useDeskLook.ts';

export type CountOf = (id: TicketId) => (Counted & { readonly isAll: true }) | undefined;

// Beyond these the list shows what the telling itself wrote down at its end; the incident's own page counts them all.
const MOST_PAGES = 3;
const PER_PAGE = 100;
const AGAIN_MS = 5 * 60_000;
const MOST_A_LOOK = 5;

/**
 * Counts who has been told: after each look those never counted, a few at a time, else one that has changed, else the oldest
 * count. So the list costs a few requests a minute, however many incidents run.
 */
export function useCoverages(ports: DeskPorts, incidents: readonly Incident[], isInFront: boolean): CountOf {
  const counts = useRef(new Map<TicketId, { state: string; counted?: Counted }>());
  const [, setRevision] = useState(0);
  useEffect(() => {
    if (!isInFront) return;
    let isOver = false;
    async function count() {
      for (let turn = 1; !isOver && turn <= MOST_A_LOOK; turn += 1) {
        const next = nextToCount(incidents, counts.current, ports.clock.now(), turn > 1);
        if (!next) return;
        const counted = await countCoverage(ports, next, MOST_PAGES);
        counts.current.set(next.id, { state: stateOf(next), ...(counted.isAll && { counted }) });
        if (!isOver) setRevision((revision) => revision + 1);
      }
    }
    count().catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error; // the next look tries again
    });
    return () => {
      isOver = true;
    };
  }, [ports, incidents, isInFront]);
  return (id) => {
    const { counted } = counts.current.get(id) ?? {};
    return counted && { ...counted, isAll: true };
  };
}

function nextToCount(
  incidents: readonly Incident[],
  counts: ReadonlyMap<TicketId, { state: string; counted?: Counted }>,
  now: Date,
  isFirstCountOnly: boolean,
): Incident | undefined {
  const small = incidents.filter(({ reports = 0 }) => reports > 0 && reports <= MOST_PAGES * PER_PAGE);
  const age = ({ id }: Incident) =>
    now.getTime() - (counts.get(id)?.counted?.asOf.getTime() ?? Number.NEGATIVE_INFINITY);
  const first = small.find(({ id }) => !counts.has(id));
  if (first || isFirstCountOnly) return first;
  return (
    small.find((incident) => counts.get(incident.id)?.state !== stateOf(incident)) ??
    small.filter((incident) => age(incident) >= AGAIN_MS).sort((a, b) => age(b) - age(a))[0]
  );
}
