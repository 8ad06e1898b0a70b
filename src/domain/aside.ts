import type { Ticket, TicketId } from './ticket.ts';

/**
 * The tag on a report that somebody has set aside from this incident. With the incident's number in it, it ends by itself where
 * a ticket is moved to another one.
 */
export const asideTag = (incident: TicketId) => `allclear_aside_${incident}`;

/** Whether somebody has said that no update of its incident is for this report. */
export function isSetAside({ tags, problemId }: Pick<Ticket, 'tags' | 'problemId'>): boolean {
  return problemId !== undefined && tags.includes(asideTag(problemId));
}
