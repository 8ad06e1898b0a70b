import { useEffect, useRef, useState } from 'react';
import { findMissed } from '../../../actions/findMissed.ts';
import { type Swept, sweepReports } from '../../../actions/sweepReports.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { useTask } from '../../useTask.ts';

/** The two looks of a sweep, each for itself: one that fails leaves the other. They begin when somebody looks at them. */
export function useSweep(ports: ModalPorts, incident: Incident) {
  const [swept, setSwept] = useState<Swept>();
  const isGone = useRef(false);
  const missed = useTask(() => findMissed(ports, incident));
  const reports = useTask(() =>
    sweepReports(ports, incident, { onProgress: setSwept, isStopped: () => isGone.current }),
  );
  const { run: findThem } = missed;
  const { run: sweepThem } = reports;
  useEffect(() => {
    isGone.current = false;
    void findThem();
    void sweepThem();
    return () => {
      isGone.current = true;
    };
  }, [findThem, sweepThem]);
  return { missed, reports, swept };
}
