import type { Audit } from '../domain/audit.ts';
import type { BatchItem } from '../domain/batch.ts';
import type { Colleague, Group, Role } from '../domain/broadcaster.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { FollowUp } from '../domain/followUpTicket.ts';
import type { Person } from '../domain/pass.ts';
import type { Brand } from '../domain/reply.ts';
import type { Job } from '../domain/results.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { DeclareShelf, FormShelf, NoteBody, Ports } from '../ports.ts';
import type { AnswerDesk } from './answers.ts';
import type { TeamChat } from './chat.ts';
import type { GroupFinder } from './groups.ts';
import type { InAppGuide } from './guide.ts';
import type { IssueTracker } from './issues.ts';
import type { OfficialLinks } from './official.ts';
import type { ProblemDesk } from './problems.ts';
import type { StatusPage } from './statusPage.ts';

/** What telling everyone needs beside the ticket desk itself; loaded only by those who do. */
export interface BroadcastPorts extends Pick<Ports, 'tickets' | 'replyTexts' | 'settings' | 'clock'> {
  readonly batches: BatchDesk;
  readonly problems: ProblemDesk;
  /** Finds tickets that say the same. Loaded by the first who asks. */
  readonly grouping: () => Promise<GroupFinder>;
  /** A name that nobody else gives to anything. */
  newKey(): string;
  /** Of the ticket at hand; the app may ask for the names of no others. */
  readonly brand: Brand;
  /** The account's subdomain: `acme` of acme.zendesk.com. */
  readonly account: string;
  /** Where the team talks; absent when the account has set up none. */
  readonly chat?: (() => Promise<TeamChat>) | undefined;
  /** Where customers read it inside the product; absent when the account has set up none, or does it by hand. */
  readonly guide?: (() => Promise<InAppGuide>) | undefined;
  /** Where the public reads how things stand; absent when the account has set up none. */
  readonly statusPage?: (() => Promise<StatusPage>) | undefined;
  /** Where Engineering works; absent when the account has set up none. */
  readonly issues?: (() => Promise<IssueTracker>) | undefined;
  /** The links of Zendesk's own integration with the tracker, beside ours. Loaded by the first who asks. */
  readonly officialLinks: () => Promise<OfficialLinks>;
}

/** What the app's modals ask of the world. There is no open ticket: a modal's task names the incident. */
export interface ModalPorts extends BroadcastPorts {
  readonly forms: FormShelf;
  readonly declareForms: DeclareShelf;
  /** The ticket fields of ours that the account does not have. */
  lacksFields(): Promise<readonly FieldKey[]>;
  openTicket(id: TicketId): void;
}

/** Reads and writes many tickets at once, and the incident's own. Every method throws a `ServiceError`. */
export interface BatchDesk extends AnswerDesk {
  /** Reports of an incident, 100 a page at most. */
  reports(incident: TicketId, cursor?: string): Promise<ReportPage>;
  /** These tickets, at most 100; those that the agent can't see are left out. */
  look(ids: readonly TicketId[]): Promise<ReportPage>;
  /** At most 100 people. */
  people(ids: readonly number[]): Promise<ReadonlyMap<number, Person>>;
  /** Names of at most 100 organizations; those that the agent can't see are left out. */
  organizations(ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Queues one job that writes up to 100 tickets, each safely and alone. The answer is the job's id. */
  send(items: readonly BatchItem[]): Promise<string>;
  /**
   * Makes a ticket that goes on from a closed one; the answer is its number. The same key makes it once, for two hours; with
   * another text it is `refused`.
   */
  followUp(followUp: FollowUp, key: string): Promise<TicketId>;
  /** One safe write of one ticket, without a job. */
  sendOne(item: BatchItem): Promise<Ticket>;
  /** The jobs with these ids; one that is not known any more is left out. */
  jobs(ids: readonly string[]): Promise<Job[]>;
  /** A ticket's audits as far as they concern us, oldest first, 100 a page at most; `next` is the cursor of the page after. */
  audits(
    id: TicketId,
    cursor?: string,
  ): Promise<{ readonly audits: readonly Audit[]; readonly next?: string | undefined }>;
  /** One safe write of the incident's ticket. */
  write(problem: Ticket, change: ProblemChange): Promise<Ticket>;
  /** The groups that the agent at the screen is in; asks no server. */
  myGroups(): Promise<Group[]>;
  /** The account's time zone by its IANA name; asks no server. `undefined` where Zendesk does not tell. */
  accountZone(): Promise<string | undefined>;
  /** All groups of the account. */
  groups(): Promise<Group[]>;
  /** Agents in these groups who may answer customers, by name; `isAll` is false where there are more. */
  colleagues(
    groups: readonly number[],
  ): Promise<{ readonly people: readonly Colleague[]; readonly isAll: boolean }>;
  /** A custom role, as far as it is told; `undefined` where Zendesk does not tell. */
  role(id: number): Promise<Role | undefined>;
}

export interface ReportPage {
  readonly tickets: readonly Ticket[];
  /** Who asked, as far as Zendesk brought them along: `withPeople` asks for the others. */
  readonly people: ReadonlyMap<number, Person>;
  readonly next?: string | undefined;
}

export interface ProblemChange {
  readonly fields?: Readonly<Partial<Record<FieldKey, string>>>;
  readonly status?: 'open' | 'solved';
  readonly assigneeId?: number;
  /** HTML that agents alone see. */
  readonly internalNote?: string;
  readonly note: NoteBody;
}
