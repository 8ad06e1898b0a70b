import { toIncident } from '../../src/domain/incident.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { World } from '../workspace/world/world.ts';

/** The incident's own ticket as the world holds it now, without asking anybody. */
export function readProblem(world: World, id: number): Ticket {
  const { values } = world.ticket(id);
  return {
    id,
    subject: values.subject,
    description: '',
    status: values.status,
    type: 'problem',
    assigneeId: values.assigneeId ?? undefined,
    tags: [],
    channel: 'web',
    isMessaging: false,
    createdAt: new Date(0).toISOString(),
    updatedAt: new Date(0).toISOString(),
    fields: { allclear_record: String(world.valueOf(id, 'allclear_record')) },
  };
}

export const readIncident = (world: World, id: number) => toIncident(readProblem(world, id));
