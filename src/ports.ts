import type { DeclareForm } from './domain/declareForm.ts';
import type { FieldKey } from './domain/fields.ts';
import type { ModalTask } from './domain/modalTask.ts';
import type { ReplyTextsOf } from './domain/replyTexts.ts';
import type { Settings } from './domain/settings.ts';
import type { Priority, Ticket, TicketId, TicketType } from './domain/ticket.ts';
import type { UpdateForm } from './domain/updateForm.ts';
import type { BroadcastPorts } from './ports/batches.ts';
import type { DraftShelf, TicketForm } from './ports/form.ts';
import type { IssueTracker } from './ports/issues.ts';

/** What the app asks of the world. An adapter fulfils a role for one vendor; `connect.ts` joins them. */
export interface Ports {
  readonly tickets: TicketDesk;
  readonly form: TicketForm;
  readonly drafts: DraftShelf;
  readonly browser: Browser;
  readonly replyTexts: ReplyTexts;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly modals: Modals;
  /** Whether the agent at the screen is an admin; asks no server. */
  readonly isAdmin: () => Promise<boolean>;
  /** What telling everyone needs; loaded by the first who asks. */
  readonly broadcasting: () => Promise<BroadcastPorts>;
  /** Where Engineering works; absent when the account has set up none. Loaded by the first who asks. */
  readonly issues?: (() => Promise<IssueTracker>) | undefined;
}

/** Why a service did not do what was asked. Every trouble has words of its own (`views/explain.ts`). */
export type Trouble =
  | 'signed out' // 401
  | 'forbidden' // 403
  | 'missing' // 404, or no permission to see it
  | 'outdated' // 409: somebody else changed it since it was read; nothing was written
  | 'collision' // 409 of the database: nobody else acted, whether it was written is not known
  | 'refused' // 400, 422: the service says why
  | 'full' // 413: there is no room for more of it
  | 'too many' // 429
  | 'down' // 5xx: what was asked may have been done
  | 'unreachable' // no answer: what was asked may have been done
  | 'timed out' // no answer in time: what was asked may have been done
  | 'unreadable' // an answer, but not as the service's reference has it
  | 'no fields'; // the account lacks the app's ticket fields

/** The one error of all roles. A bug throws something else. */
export class ServiceError extends Error {
  readonly service: string;
  readonly trouble: Trouble;
  /** The service's own words, for people; never a credential. */
  readonly detail: string | undefined;
  /** The service's own name for it, where it has one, such as not_in_channel. */
  readonly code: string | undefined;
  /** When to come back, in seconds, where the service said so. */
  readonly retryAfter: number | undefined;
  /** It was a question that failed: it has changed nothing, whatever became of it. */
  readonly isRead: boolean;

  constructor(
    service: string,
    trouble: Trouble,
    more: {
      detail?: string | undefined;
      code?: string | undefined;
      retryAfter?: number | undefined;
      isRead?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(`${service}: ${trouble}${more.detail ? ` (${more.detail})` : ''}`, { cause: more.cause });
    this.name = 'ServiceError';
    this.service = service;
    this.trouble = trouble;
    this.detail = more.detail;
    this.code = more.code;
    this.retryAfter = more.retryAfter;
    this.isRead = more.isRead ?? false;
  }
}

/** Waiting and time come from outside, so that tests need neither. */
export interface Clock {
  now(): Date;
  pause(ms: number): Promise<void>;
}

/** Reads and writes tickets with the agent's own rights. Every method throws a `ServiceError`. */
export interface TicketDesk {
  /** The tickets with these ids, at most 100, in any order; those that the agent can't see are left out. */
  read(ids: readonly TicketId[]): Promise<Ticket[]>;
  /** One ticket; `missing` when it does not exist or the agent can't see it. */
  readOne(id: TicketId): Promise<Ticket>;
  /** Unsolved problem tickets, the last changed first: incidents of ours are among them. `more` when there are others. */
  openProblems(): Promise<{ readonly tickets: readonly Ticket[]; readonly more: boolean }>;
  /** Reports of an incident, 100 a page at most; `next` is the cursor of the page after this one. */
  reports(
    incident: TicketId,
    options?: { cursor?: string | undefined; size?: number | undefined },
  ): Promise<{ readonly tickets: readonly Ticket[]; readonly next?: string | undefined }>;
  /** How many reports an incident has now, as Zendesk counts them. */
  countReports(incident: TicketId): Promise<number>;
  /** One safe write: `outdated` when the ticket changed after it was read, and then nothing is written. */
  change(ticket: Ticket, change: TicketChange): Promise<Ticket>;
  /** What a ticket's audits say about us: our notes and every change of the ledger, oldest first. */
  history(id: TicketId): Promise<History>;
  /** The newest public comments, newest first. */
  lastPublicComments(id: TicketId): Promise<PublicComment[]>;
  me(): Promise<Agent>;
  /** Active macros that this agent may use and whose title starts like this. */
  macros(titlePrefix: string): Promise<Macro[]>;
}

export interface TicketChange {
  readonly type?: TicketType | null | undefined;
  readonly priority?: Priority | undefined;
  readonly problemId?: TicketId | null | undefined;
  /** All of them: those that are left out are taken away. */
  readonly tags?: readonly string[] | undefined;
  /** An empty text clears a field. */
  readonly fields?: Readonly<Partial<Record<FieldKey, string>>>;
  /** Kept in the audit of this write, for the timeline and for undoing. */
  readonly note: NoteBody;
}

/** What a write of ours says of itself: `did` is the verb. */
export interface NoteBody {
  readonly did: string;
  readonly [detail: string]: unknown;
}

export interface Note extends NoteBody {
  readonly at: string;
  readonly authorId: number;
}

export interface History {
  readonly notes: readonly Note[];
  readonly ledger: readonly { readonly value: string; readonly at: string; readonly authorId: number }[];
}

export interface PublicComment {
  readonly html: string;
  readonly at: string;
  readonly authorId: number;
}

export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly locale: string;
  /** A light agent: may write internal notes only. */
  readonly isLight: boolean;
  /** Sees only some of the account's tickets, such as those of their own groups. */
  readonly isRestricted: boolean;
  /** The custom role, where the account has such. */
  readonly roleId?: number | undefined;
}

export interface Macro {
  readonly title: string;
  readonly text: string;
  readonly isHtml: boolean;
}

/** What the agent's browser keeps, for all its tabs. */
export interface Browser {
  /** Whether this agent wants an update to be told on from here when nobody does. */
  goesOnAlone(): boolean;
  setGoesOnAlone(wanted: boolean): void;
  /** Takes a part that one tab may have at a time; what it resolves with gives it back. `undefined`: another tab has it. */
  take(part: string): Promise<(() => void) | undefined>;
}

/** The customer texts that ship with the app, by language. */
export interface ReplyTexts {
  readonly languages: readonly string[];
  load(language: string): Promise<ReplyTextsOf>;
}

/** Opens the app's own views in Zendesk's modal. */
export interface Modals {
  /** Resolves once it is closed again; throws a `ServiceError` when Zendesk opens none. */
  open(task: ModalTask): Promise<void>;
}

/** Keeps what somebody is writing for an incident's next update while its modal is closed; for this browser tab only. */
export interface FormShelf {
  get(incident: TicketId): UpdateForm | undefined;
  keep(form: UpdateForm): void;
  drop(incident: TicketId): void;
}

/** The same for an incident that is being declared, by the ticket where that was begun; 0 beside none. */
export interface DeclareShelf {
  get(ticket: TicketId): DeclareForm | undefined;
  keep(form: DeclareForm): void;
  drop(ticket: TicketId): void;
}
