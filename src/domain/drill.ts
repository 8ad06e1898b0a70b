import type { Ticket } from './ticket.ts';

/** On an incident it says that all of it is a rehearsal; on a customer's ticket, that it may take part in one. */
export const DRILL_TAG = 'allclear_drill';

/** A drill as the incident has it. */
export interface Drill {
  readonly isDrill?: boolean | undefined;
  /** The channels that whoever declared it wants to take part. */
  readonly drillReaches?: readonly string[] | undefined;
}

/** Channels beside the tickets that a drill stays away from unless it was asked to take them along. */
export const DRILL_CHANNELS = ['slack', 'statuspage', 'pendo'] as const;
export type DrillChannel = (typeof DRILL_CHANNELS)[number];

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

/** Whether anything of an incident leaves for this channel. Its issue it has only where that was asked for. */
export function reaches({ isDrill, drillReaches = [] }: Drill, channel: string): boolean {
  const isKept = (DRILL_CHANNELS as readonly string[]).includes(channel);
  return !isDrill || !isKept || drillReaches.includes(channel);
}

/** The title of a drill says so to whoever reads it anywhere: in Zendesk's own lists, in Jira, in a channel. */
export function drillTitle(title: string): string {
  return /^drill\b/i.test(title) ? title : `Drill: ${title}`;
}
