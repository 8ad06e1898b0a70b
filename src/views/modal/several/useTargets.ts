import { useEffect } from 'react';
import { type Incident, isIncident, toIncident } from '../../../domain/incident.ts';
import { movesTo } from '../../../domain/move.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { useTask } from '../../useTask.ts';

/** An incident, and the others that its reports can go to. */
export interface Targets {
  readonly incident: Incident;
  readonly others: readonly Incident[];
}

/** Reads both as the modal opens, and on request. */
export function useTargets({ tickets }: ModalPorts, id: TicketId) {
  const { task, run } = useTask(async (): Promise<Targets> => {
    const [problem, open] = await Promise.all([tickets.readOne(id), tickets.openProblems()]);
    const incident = toIncident(problem);
    return { incident, others: movesTo(incident, open.tickets.filter(isIncident).map(toIncident)) };
  });
  useEffect(() => void run(), [run]);
  return { task, again: () => void run() };
}
