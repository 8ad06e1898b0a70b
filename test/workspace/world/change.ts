import type { FieldValue, Priority, Status, TicketType } from './ticket.ts';

export interface CommentInput {
  body?: string;
  html?: string;
  public?: boolean;
  /** Shown as the author; the updater stays whoever made the request. */
  authorId?: number;
}

/** One update that somebody asks for. What is absent stays as it is. */
export interface TicketChange {
  subject?: string;
  type?: TicketType | null;
  priority?: Priority | null;
  status?: Status;
  customStatusId?: number;
  requesterId?: number;
  assigneeId?: number | null;
  groupId?: number | null;
  organizationId?: number | null;
  problemId?: number | null;
  externalId?: string | null;
  dueAt?: string | null;
  tags?: readonly string[];
  addTags?: readonly string[];
  removeTags?: readonly string[];
  fields?: readonly { id: number; value: FieldValue }[];
  comment?: CommentInput;
  /** `metadata`; comes back as the audit's `metadata.custom`. */
  custom?: Record<string, unknown>;
}
