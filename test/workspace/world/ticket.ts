export type TicketType = 'problem' | 'incident' | 'question' | 'task';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Status = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
export type FieldValue = string | number | boolean | readonly string[] | null;

export interface Comment {
  id: number;
  auditId: number;
  authorId: number;
  public: boolean;
  /** Plain text, as `body` answers it. */
  body: string;
  /** Only when the comment was written as HTML; otherwise it is made from `body` when asked for. */
  html?: string;
  channel: string;
  /** Milliseconds, whole seconds. */
  at: number;
}

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** One update of a ticket: everything that happened in it, at once. */
export interface Audit {
  id: number;
  ticketId: number;
  authorId: number;
  at: number;
  channel: string;
  /** What the update's `metadata` said; answered as `audit.metadata.custom`. */
  custom?: Record<string, unknown>;
  comment?: Comment;
  changes: FieldChange[];
  created: boolean;
}

/** What the search index holds of a ticket. Replaced on every change, never changed in place. */
export interface TicketValues {
  subject: string;
  type: TicketType | null;
  priority: Priority | null;
  status: Status;
  customStatusId: number;
  requesterId: number;
  assigneeId: number | null;
  groupId: number | null;
  organizationId: number | null;
  problemId: number | null;
  externalId: string | null;
  dueAt: string | null;
  tags: readonly string[];
  fields: ReadonlyMap<number, FieldValue>;
}

export class Ticket {
  readonly id: number;
  values: TicketValues;
  description: string;
  submitterId: number;
  brandId: number;
  formId: number;
  recipient: string | null;
  channel: string;
  fromMessagingChannel: boolean;
  /** The visibility of the first comment, which later comments take over when they don't say. */
  isPublic: boolean;
  createdAt: number;
  /** Whole seconds; moves only with a ticket event. */
  updatedAt: number;
  followupSourceId: number | null = null;
  followupIds: number[] = [];
  jiraIssueIds: string[] = [];
  audits: Audit[] = [];
  comments: Comment[] = [];
  /** Earlier values that the search index still answers, with the time until which it does. */
  indexed: { until: number; values: TicketValues | null }[] = [];

  constructor(init: TicketInit) {
    this.id = init.id;
    this.values = init.values;
    this.description = init.description;
    this.submitterId = init.submitterId;
    this.brandId = init.brandId;
    this.formId = init.formId;
    this.recipient = init.recipient;
    this.channel = init.channel;
    this.fromMessagingChannel = init.fromMessagingChannel;
    this.isPublic = init.isPublic;
    this.createdAt = init.createdAt;
    this.updatedAt = init.createdAt;
  }

  get subject() {
    return this.values.subject;
  }
  get status() {
    return this.values.status;
  }
  get type() {
    return this.values.type;
  }
  get priority() {
    return this.values.priority;
  }
  get problemId() {
    return this.values.problemId;
  }
  get assigneeId() {
    return this.values.assigneeId;
  }
  get requesterId() {
    return this.values.requesterId;
  }
  get tags() {
    return this.values.tags;
  }
  get publicComments() {
    return this.comments.filter((comment) => comment.public);
  }
  get internalNotes() {
    return this.comments.filter((comment) => !comment.public);
  }
}

export interface TicketInit {
  id: number;
  values: TicketValues;
  description: string;
  submitterId: number;
  brandId: number;
  formId: number;
  recipient: string | null;
  channel: string;
  fromMessagingChannel: boolean;
  isPublic: boolean;
  createdAt: number;
}
