export { createWorld, type WorldOptions } from './createWorld.ts';

import type { Recorder } from '../record.ts';
import type {
  Brand,
  CustomRole,
  CustomStatus,
  DynamicContent,
  Locale,
  Macro,
  TicketField,
} from './account.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { HelpCenter } from './helpCenter.ts';
import type { Jira } from './jira/jira.ts';
import type { JiraIssue } from './jira/model.ts';
import type { JiraLink } from './jiraLink.ts';
import type { Job } from './job.ts';
import type { Pendo } from './pendo.ts';
import type { Group, Organization, User } from './person.ts';
import type { RateLimiter } from './rateLimiter.ts';
import type { WorldSettings } from './settings.ts';
import type { Slack } from './slack.ts';
import type { Statuspage } from './statuspage.ts';
import type { NewTicket } from './story.ts';
import type { Ticket } from './ticket.ts';

/** Everything that exists, and what a test can do to it. Made by `createWorld`. */
export interface World {
  readonly clock: Clock;
  /** Between 0 and 1, drawn from the seed. */
  random(): number;
  /** A new id: ids are given out in order, so the same seed makes the same world. */
  nextId(kind: 'ticket' | 'user' | 'event' | 'other'): number;
  readonly faults: Faults;
  readonly settings: WorldSettings;
  readonly limiter: RateLimiter;
  readonly changes: Changes;
  /** Set it to have the traffic recorded. */
  traffic?: Recorder;

  readonly tickets: Map<number, Ticket>;
  readonly users: Map<number, User>;
  readonly organizations: Map<number, Organization>;
  readonly groups: Map<number, Group>;
  readonly customRoles: Map<number, CustomRole>;
  readonly macros: Map<number, Macro>;
  readonly ticketFields: Map<number, TicketField>;
  readonly brands: Map<number, Brand>;
  readonly customStatuses: Map<number, CustomStatus>;
  readonly locales: Map<number, Locale>;
  readonly dynamicContent: Map<number, DynamicContent>;
  readonly jobs: Map<string, Job>;
  /** Ids of the tickets linked to each problem, ascending. */
  readonly incidents: Map<number, number[]>;
  /** Ids of all tickets of type problem. */
  readonly problems: Set<number>;
  /** Answers already given for an `Idempotency-Key`. */
  readonly idempotent: Map<string, { at: number; request: string; answer: unknown }>;
  /** Articles for customers. */
  readonly helpCenter: HelpCenter;
  /** Guides inside the product. */
  readonly pendo: Pendo;
  /** The team's chat, and what the app said there. */
  readonly slack: Slack;
  /** What the public reads. */
  readonly statuspage: Statuspage;
  /** Records of the official Jira integration, by id. */
  readonly jiraLinks: Map<number, JiraLink>;
  /** What is in Jira, and what people do there. */
  readonly jira: Jira;
  /** Hosts that answer nothing. */
  readonly down: Set<string>;

  /** The ticket, or an error that names it. */
  ticket(id: number): Ticket;
  user(id: number): User;
  /** The Jira issue with this id or this key, now or before it moved. */
  issue(idOrKey: string): JiraIssue;
  /** The id of a field by the name it has in the app's requirements, for example `allclear_told`. */
  fieldId(identifier: string): number;
  /** What a ticket holds in such a field. */
  valueOf(ticketId: number, identifier: string): unknown;
  /** The tickets linked to a problem. */
  incidentsOf(problemId: number): Ticket[];

  addUser(user: Partial<User> & { name: string }): User;
  addOrganization(organization: Partial<Organization> & { name: string }): Organization;
  /** A role of the account's own, and the agent has it. */
  giveRole(agentId: number, role: Partial<CustomRole> & { name: string }): CustomRole;
  addMacro(macro: Partial<Macro> & { title: string }): Macro;
  addTicket(ticket: NewTicket): Ticket;
  /** The requester adds a comment; on a closed ticket, that makes a follow-up. Answers the ticket that was written to. */
  customerWrites(ticketId: number, text: string): Ticket;
  /** An agent writes in Zendesk's own interface. */
  agentWrites(ticketId: number, agentId: number, text: string, options?: { public?: boolean }): void;
  /** Zendesk's own automation closes a solved ticket. */
  closeTicket(ticketId: number): void;
  /** An agent merges one ticket into another; final, as in Zendesk. */
  mergeTicket(from: number, into: number, agentId?: number): void;
  takeDown(host: string): void;
  bringBack(host: string): void;
}
