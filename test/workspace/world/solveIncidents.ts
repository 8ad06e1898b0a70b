import { differences, keepUpdate } from './keepUpdate.ts';
import type { User } from './person.ts';
import { defaultCustomStatus } from './planValues.ts';
import type { Comment, Ticket, TicketValues } from './ticket.ts';
import type { World } from './world.ts';

/**
 * Solving a problem solves each linked incident that is not solved yet, and adds the comment of that update to it.
 * Fields that are required for solving are not asked for. https://support.zendesk.com/hc/en-us/articles/4408835103898
 */
export function solveIncidents(world: World, problem: Ticket, actor: User, comment: Comment | undefined) {
  for (const incident of world.incidentsOf(problem.id)) {
    if (incident.status === 'solved' || incident.status === 'closed') continue;
    const values: TicketValues = {
      ...incident.values,
      status: 'solved',
      customStatusId: defaultCustomStatus(world, 'solved'),
      assigneeId: incident.assigneeId ?? problem.assigneeId ?? actor.id,
    };
    keepUpdate(world, incident, values, {
      actor,
      at: world.clock.now(),
      channel: 'linked_problem',
      changes: differences(incident.values, values),
      custom: undefined,
      written: copyOf(world, comment),
    });
  }
}

// What becomes of an internal note is not settled by Zendesk's pages, so it is a setting.
function copyOf(world: World, comment: Comment | undefined) {
  if (!comment) return undefined;
  const { noteOnSolving } = world.settings;
  if (!comment.public && noteOnSolving === 'none') return undefined;
  const { body, html, authorId } = comment;
  const isPublic = comment.public || noteOnSolving === 'public';
  return { body, authorId, public: isPublic, ...(html === undefined ? {} : { html }) };
}
