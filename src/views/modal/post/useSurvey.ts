import { useEffect, useRef, useState } from 'react';
import { type Surveyed, surveyReports } from '../../../actions/surveyReports.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Survey } from '../../../domain/survey.ts';
import type { ModalPorts } from '../../../ports.ts';

/** Whom the next update will reach, as far as was looked. */
export interface Looked {
  readonly survey?: Survey | undefined;
  /** How the look ended; `undefined` while it goes on. */
  readonly end?: Surveyed['end'] | undefined;
  readonly error?: unknown;
}

/** Looks through the reports as the modal opens. `stop` leaves Zendesk's limits to the telling. */
export function useSurvey(ports: ModalPorts, incident: Incident) {
  const [looked, setLooked] = useState<Looked>({});
  const isStopped = useRef(false);
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
  }, [ports, incident]);
  return {
    looked,
    stop: () => {
      isStopped.current = true;
    },
  };
}
