import { useEffect, useState } from 'react';
import { type Counted, countCoverage } from '../../actions/countCoverage.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';

/** The coverage, counted anew whenever the incident or this ticket (`stamp`) has changed. */
export function useCounted(incident: Incident, ports: Pick<Ports, 'tickets' | 'clock'>, stamp: string) {
  const [state, setState] = useState<{ counted?: Counted; error?: unknown }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew when something was told, not at every look
  useEffect(() => {
    let isOver = false;
    countCoverage(ports, incident).then(
      (counted) => !isOver && setState({ counted }),
      (error: unknown) => !isOver && setState((before) => ({ ...before, error })),
    );
    return () => {
      isOver = true;
    };
  }, [ports, incident.id, incident.updatedAt, incident.reports, stamp]);
  return state;
}
