import type { FieldKey } from './fields.ts';

export type TicketId = number;
export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
export type TicketType = 'problem' | 'incident' | 'question' | 'task';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** A ticket as far as Allclear cares. Times are ISO 8601 in UTC. */
export interface Ticket {
  readonly id: TicketId;
  readonly subject: string;
  readonly description: string;
  readonly status: TicketStatus;
  readonly type?: TicketType | undefined;
  readonly priority?: Priority | undefined;
  /** The problem ticket that this incident ticket hangs on. */
  readonly problemId?: TicketId | undefined;
  readonly requesterId?: number | undefined;
  readonly assigneeId?: number | undefined;
  readonly brandId?: number | undefined;
  readonly organizationId?: number | undefined;
  readonly tags: readonly string[];
  /** The tickets that go on from this one, once it is closed. */
  readonly followUps?: readonly TicketId[] | undefined;
  /** `via.channel`: email, web, chat … */
  readonly channel: string;
  /** Its conversation runs in a messaging channel, which a public comment by API may never reach. */
  readonly isMessaging: boolean;
  readonly createdAt: string;
  /** Whole seconds; the stamp of safe updates. */
  readonly updatedAt: string;
  readonly fields: Readonly<Partial<Record<FieldKey, string>>>;
  /** How many incident tickets hang on it, where the listing said so. */
  readonly linked?: number | undefined;
}

// Zendesk puts this tag on the ticket that was merged into another, and closes it.
// https://support.zendesk.com/hc/en-us/articles/4408886890906
const MERGED_TAG = 'closed_by_merge';

export function isMerged(ticket: Ticket): boolean {
  return ticket.tags.includes(MERGED_TAG);
}

export function isOver(ticket: Pick<Ticket, 'status'>): boolean {
  return ticket.status === 'solved' || ticket.status === 'closed';
}
