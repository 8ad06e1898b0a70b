import type { Ticket } from './ticket.ts';

/** On an incident it says that all of it is a rehearsal; on a customer's ticket, that it may take part in one. */
export const DRILL_TAG = 'allclear_drill';

/** A drill as the incident has it. */
export interface Drill {
  readonly isDrill?: boolean | undefined;
  /** The channels that whoever declared it wants to take part. */
  readonly drillReaches?: readonly string[] | undefined;
}

export function isDrillTicket({ tags }: Pick<Ticket, 'tags'>): boolean {
  return tags.includes(DRILL_TAG);
}

/**
 * Whether an incident may touch this ticket at all: write to its customer, its fields, or a link to it. Everything that
 * does so asks here, and `tellItem` once more: nobody outside a drill may hear of it.
 */
export function mayTouch({ isDrill }: Drill, ticket: Pick<Ticket, 'tags'>): boolean {
  return !isDrill || isDrillTicket(ticket);
}
