import { useCallback, useEffect, useState } from 'react';
import { type Incident, toIncident } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { ModalPorts } from '../../ports/batches.ts';

/** The incident that a modal is about, read as the modal opens and on request. `lookAgain` throws what it meets; the last look stays. */
export function useIncident({ tickets }: Pick<ModalPorts, 'tickets'>, id: TicketId) {
  const [seen, setSeen] = useState<{ readonly incident?: Incident; readonly error?: unknown }>({});
  const lookAgain = useCallback(async (): Promise<Incident> => {
    try {
      const incident = toIncident(await tickets.readOne(id));
      setSeen({ incident });
      return incident;
    } catch (error) {
      setSeen((before) => ({ ...before, error }));
      throw error;
    }
  }, [tickets, id]);
  useEffect(() => void lookAgain().catch(() => {}), [lookAgain]); // `error` says it
  return { ...seen, lookAgain };
}
