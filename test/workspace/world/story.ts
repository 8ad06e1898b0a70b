import type { FieldValue, Priority, Status, TicketType } from './ticket.ts';

/** One thing said on a ticket, or one update of it, in the past. */
export interface PastUpdate {
  /** Milliseconds. */
  at: number;
  /** The requester unless said. */
  by?: number;
  text?: string;
  html?: string;
  /** Public unless said. */
  public?: boolean;
  channel?: string;
  /** What `metadata.custom` of the update holds. */
  custom?: Record<string, unknown>;
  status?: Status;
  type?: TicketType | null;
  priority?: Priority | null;
  problemId?: number | null;
  assigneeId?: number | null;
  groupId?: number | null;
  tags?: readonly string[];
  /** By the identifier of the field or by its id. */
  fields?: Readonly<Record<string, FieldValue>>;
}

/** A ticket as it is put into the world: how it came in, then what happened to it. */
export interface NewTicket {
  /** The next free id unless said. */
  id?: number;
  subject: string;
  /** The first comment. */
  text?: string;
  html?: string;
  requesterId: number;
  /** email, web, api, chat, native_messaging … */
  channel?: string;
  /** Milliseconds; now unless said. */
  at?: number;
  public?: boolean;
  type?: TicketType | null;
  priority?: Priority | null;
  status?: Status;
  assigneeId?: number | null;
  groupId?: number | null;
  problemId?: number | null;
  externalId?: string | null;
  followupOf?: number;
  tags?: readonly string[];
  fields?: Readonly<Record<string, FieldValue>>;
  jiraIssueIds?: readonly string[];
  custom?: Record<string, unknown>;
  later?: readonly PastUpdate[];
}
