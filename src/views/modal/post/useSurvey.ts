import { useEffect, useRef, useState } from 'react';
import { type Surveyed, surveyReports } from '../../../actions/surveyReports.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Survey } from '../../../domain/survey.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';

/** Whom the next update will reach, as far as was looked. */
export interface Looked {
  readonly survey?: Survey | undefined;
  /** How the look ended; `undefined` while it goes on. */
  readonly end?: Surveyed['end'] | undefined;
  readonly error?: unknown;
}

/** Looks through the reports as the modal opens, and `again` on request. `stop` leaves Zendesk's limits to the telling. */
export function useSurvey(ports: BroadcastPorts, incident: Incident) {
  const [looked, setLooked] = useState<Looked>({});
  const [round, setRound] = useState(0);
  const isStopped = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another look
  useEffect(() => {
    let isMounted = true;
    isStopped.current = false;
    const show = (next: Looked) => {
      if (isMounted) setLooked(next);
    };
    surveyReports(ports, incident, {
      onProgress: ({ survey }) => show({ survey }),
      isStopped: () => isStopped.current || !isMounted,
    }).then(
      (done) =>
        show({ survey: done.survey, end: done.end, ...(done.end === 'failed' && { error: done.error }) }),
      (error: unknown) => show({ end: 'failed', error }),
    );
    return () => {
      isMounted = false;
    };
  }, [ports, incident, round]);
  return {
    looked,
    again: () => {
      setLooked({});
      setRound(round + 1);
    },
    stop: () => {
      isStopped.current = true;
    },
  };
}
