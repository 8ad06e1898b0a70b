import { DEFAULT_JIRA_SETTINGS, type JiraSettings } from './jira/settings.ts';

/** A limit of `most` calls in a window of `ms`. */
export interface Limit {
  most: number;
  ms: number;
}

export interface Limits {
  /** https://developer.zendesk.com/api-reference/introduction/rate-limits/ unless said otherwise. */
  account: Limit;
  /** Per app and agent, at the client. */
  app: Limit;
  /** Per agent and ticket. */
  oneTicket: Limit;
  /** All updates of tickets in the account. */
  ticketUpdates: Limit;
  search: Limit;
  searchExport: Limit;
  ticketFields: Limit;
  audits: Limit;
  notify: Limit;
}

export interface WorldSettings {
  subdomain: string;
  appId: number;
  installationId: number;
  /** How long a call takes, there and back. */
  latency: { read: number; write: number; jitter: number };
  /** `false` switches a limit, or all of them, off. */
  limits: { [K in keyof Limits]: Limits[K] | false } | false;
  /** Not settled by any page of Zendesk's: do the tickets of a job count as updates of tickets? */
  jobItemsCount: boolean;
  /** Queued or running at the same time. */
  mostJobs: number;
  /** How long a job waits before it starts, how long a ticket takes, and how many are done between two looks. */
  jobs: { wait: number; perTicket: number; chunk: number; keep: number };
  /** How long the search index answers what was true before. */
  searchLag: number;
  /** Whether `include=users` works on the list of incidents (unverified). */
  incidentsSideloadUsers: boolean;
  /** Whether the list of incidents brings metrics along; not documented either. */
  incidentsSideloadMetrics: boolean;
  /** What becomes of an internal note written while solving a problem, on its incidents (unverified). */
  noteOnSolving: 'internal' | 'public' | 'none';
  /** Whether an admin has activated the status On-hold; what Zendesk says otherwise is not documented. */
  onHold: boolean;
  /** "Auto-assign tickets upon solve", in the admin's settings. */
  assignOnSolve: boolean;
  /** Whether tags, subject and priority of closed tickets can be edited. */
  closedEditable: boolean;
  /** Whether a follow-up takes over its source's fields as well as its tags (unverified). */
  followUpInherits: boolean;
  /** What happens to `priority: null` on a ticket that has one. */
  clearingPriority: 'refused' | 'ignored';
  /** What an agent gets who may not see a ticket. */
  hiddenTicket: 403 | 404;
  /** Whether a public comment on a ticket of a suspended requester is refused. */
  suspendedRefused: boolean;
  /** Whether a batch row may leave out both `safe_update` and `updated_stamp` (not said anywhere). */
  batchWithoutStamp: boolean;
  /** Whether `{{dc.…}}` resolves in comments (documented for rules only). */
  dynamicContentInComments: boolean;
  /** Whether Zendesk lets the frames of apps save files (not said anywhere). */
  framesMayDownload: boolean;
  /** Off-the-page: how the HTTP answer of a refused job looks (429 is likely). */
  tooManyJobsStatus: number;
  /** "Manage links" in Admin Center › Integrations › Jira. */
  manageJiraLinks: boolean;
  jira: JiraSettings;
}

const MINUTE = 60_000;

export const DEFAULT_LIMITS: Limits = {
  account: { most: 700, ms: MINUTE },
  app: { most: 100, ms: MINUTE },
  oneTicket: { most: 30, ms: 10 * MINUTE },
  ticketUpdates: { most: 100, ms: MINUTE },
  search: { most: 2500, ms: MINUTE },
  searchExport: { most: 100, ms: MINUTE },
  ticketFields: { most: 300, ms: MINUTE },
  audits: { most: 500, ms: MINUTE },
  notify: { most: 100, ms: MINUTE },
};

export const DEFAULT_SETTINGS: WorldSettings = {
  subdomain: 'harborgifts',
  appId: 770_100,
  installationId: 4_711_000,
  latency: { read: 60, write: 120, jitter: 40 },
  limits: DEFAULT_LIMITS,
  jobItemsCount: false,
  mostJobs: 30,
  jobs: { wait: 900, perTicket: 40, chunk: 20, keep: 24 * 60 * MINUTE },
  searchLag: 60_000,
  incidentsSideloadUsers: true,
  incidentsSideloadMetrics: true,
  noteOnSolving: 'internal',
  onHold: true,
  assignOnSolve: false,
  closedEditable: false,
  followUpInherits: true,
  clearingPriority: 'refused',
  hiddenTicket: 403,
  suspendedRefused: true,
  batchWithoutStamp: true,
  dynamicContentInComments: false,
  framesMayDownload: true,
  tooManyJobsStatus: 429,
  manageJiraLinks: false,
  jira: DEFAULT_JIRA_SETTINGS,
};
