import { useCallback, useEffect, useState } from 'react';
import { type Incident, toIncident } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { ModalPorts } from '../../ports.ts';
import { useTask } from '../useTask.ts';

/** The incident that a modal is about, as last read; read once as the modal opens, and again on request. */
export function useIncident({ tickets }: Pick<ModalPorts, 'tickets'>, id: TicketId) {
  const [incident, setIncident] = useState<Incident>();
  const look = useCallback(async () => setIncident(toIncident(await tickets.readOne(id))), [tickets, id]);
  const { task, run } = useTask(look);
  useEffect(() => void run(), [run]);
  return { incident, error: task.state === 'failed' ? task.error : undefined, lookAgain: run };
}
