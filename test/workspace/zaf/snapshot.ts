import type { FieldValue, Priority, Status, TicketType } from '../world/ticket.ts';

/** What Zendesk's interface has loaded about the ticket that is open in a tab. Plain data: it travels to the host page as JSON. */
export interface Snapshot {
  account: Account;
  /** The agent at the screen. */
  agent: Person;
  groups: { id: number; name: string }[];
  brand: { id: number; name: string; subdomain: string };
  ticket: OpenTicket;
  requester: Person;
  assignee: Person | null;
  /** Custom fields of the account, in their order. */
  fields: CustomField[];
  /** The name that the ticket's problem goes by, where it has one. */
  problem: { id: number; subject: string } | null;
  comments: ShownComment[];
}

export interface Account {
  subdomain: string;
  name: string;
  timeZone: string;
  ianaTimeZone: string;
  planName: string;
}

export interface Person {
  id: number;
  name: string;
  email: string;
  role: 'end-user' | 'agent' | 'admin';
  locale: string;
  timeZone: string;
  ianaTimeZone: string;
  onlyPrivateComments: boolean;
  groupIds: number[];
  organization: { id: number; name: string } | null;
  tags: string[];
}

export interface OpenTicket {
  id: number;
  subject: string;
  description: string;
  type: TicketType | null;
  priority: Priority | null;
  status: Status;
  tags: readonly string[];
  externalId: string | null;
  assigneeId: number | null;
  groupId: number | null;
  problemId: number | null;
  organization: { id: number; name: string } | null;
  formId: number;
  channel: string;
  fromMessagingChannel: boolean;
  recipient: string | null;
  /** Milliseconds. */
  createdAt: number;
  updatedAt: number;
  fields: Record<string, FieldValue>;
}

export interface CustomField {
  id: number;
  type: string;
  title: string;
  options: { name: string; value: string }[];
  /** Its name in the app's requirements. */
  requirement?: string;
}

export interface ShownComment {
  id: number;
  author: { id: number; name: string; role: Person['role'] };
  public: boolean;
  body: string;
  html?: string;
  channel: string;
  /** Milliseconds. */
  at: number;
}
