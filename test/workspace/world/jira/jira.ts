import type {
  Choice,
  IssueValues,
  JiraAccount,
  JiraField,
  JiraIssue,
  JiraProject,
  JiraUser,
  RemoteLink,
} from './model.ts';

/** Everything that exists in Jira, and what people do there. Made by `createJira`. */
export interface Jira {
  readonly users: Map<string, JiraUser>;
  /** Who may call the API. The first is the one in the workspace's settings. */
  readonly accounts: JiraAccount[];
  /** By key. */
  readonly projects: Map<string, JiraProject>;
  /** By id. */
  readonly fields: Map<string, JiraField>;
  readonly priorities: Choice[];
  readonly resolutions: Choice[];
  /** By id; deleted ones are gone. */
  readonly issues: Map<string, JiraIssue>;
  /** Every key that ever named an issue, to its id. */
  readonly keys: Map<string, string>;

  nextId(kind: 'issue' | 'comment' | 'link' | 'other'): number;
  /** The account in the workspace's settings. */
  readonly account: JiraAccount;
  /** The issue with this id or this key, now or before it moved, or an error that names it. */
  issue(idOrKey: string): JiraIssue;
  find(idOrKey: string): JiraIssue | undefined;
  project(key: string): JiraProject;
  user(name: string): JiraUser;

  addUser(user: Partial<JiraUser> & { displayName: string }): JiraUser;
  addAccount(account: Partial<JiraAccount> & { user: JiraUser; token: string }): JiraAccount;
  addProject(project: Partial<JiraProject> & Pick<JiraProject, 'key' | 'name' | 'statuses'>): JiraProject;
  /** A custom field, on the create screens of these types: `{ Incident: 'required' }`. */
  addField(
    field: Omit<JiraField, 'id' | 'options'> & {
      id?: string;
      options?: readonly string[];
      on?: Readonly<Record<string, 'required' | 'optional'>>;
      default?: unknown;
    },
  ): JiraField;
  addIssue(issue: NewJiraIssue): JiraIssue;

  /** A person edits the issue in Jira. */
  edit(idOrKey: string, values: Partial<IssueValues>): void;
  /** A person takes a transition, named by itself or by the status it leads to. */
  transition(idOrKey: string, name: string, options?: { resolution?: string }): void;
  assign(idOrKey: string, displayName: string | null): void;
  /** A new key in the other project; the old one still leads to the issue. */
  move(idOrKey: string, projectKey: string): void;
  remove(idOrKey: string): void;
  comment(idOrKey: string, displayName: string, text: string, options?: { internal?: boolean }): void;
  /** A person edits or deletes a link in Jira; `null` deletes. */
  changeLink(idOrKey: string, linkId: number, change: Partial<RemoteLink['object']> | null): void;
}

export interface NewJiraIssue
  extends Partial<
    Omit<IssueValues, 'project' | 'type' | 'status' | 'assignee' | 'reporter' | 'description'>
  > {
  id?: string;
  /** By key; PAY unless said. */
  project?: string;
  type?: string;
  status?: string;
  assignee?: string;
  reporter?: string;
  description?: string;
  at?: number;
  updatedAt?: number;
  /** Since when it is in its status. */
  since?: number;
}
