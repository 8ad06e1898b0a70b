import type { AdfNode } from './adf.ts';

/** A person in Jira. Cloud names them by accountId, Data Center by name. */
export interface JiraUser {
  accountId: string;
  name: string;
  displayName: string;
  email: string;
  active: boolean;
}

/** Jira's own names. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
export type Permission =
  | 'BROWSE_PROJECTS'
  | 'CREATE_ISSUES'
  | 'EDIT_ISSUES'
  | 'LINK_ISSUES'
  | 'ADD_COMMENTS'
  | 'EDIT_OWN_COMMENTS'
  | 'EDIT_ALL_COMMENTS'
  | 'DELETE_OWN_COMMENTS'
  | 'DELETE_ALL_COMMENTS'
  | 'TRANSITION_ISSUES'
  | 'ASSIGN_ISSUES'
  | 'MODIFY_REPORTER'
  | 'DELETE_ISSUES'
  | 'MOVE_ISSUES'
  | 'ADMINISTER_PROJECTS';

/** A login with what its token may do. Any of it can change while the world runs. */
export interface JiraAccount {
  user: JiraUser;
  /** An API token in Cloud, a personal access token in Data Center. */
  token: string;
  /** A scoped token is taken by the gateway alone, and for what its scopes allow. */
  tokenKind: 'scoped' | 'unscoped';
  scopes: Set<string>;
  expired: boolean;
  permissions: Set<Permission>;
  /** In a project of its own, by its key, where they differ. */
  permissionsIn: Map<string, Set<Permission>>;
}

export interface Status {
  id: string;
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

export interface Transition {
  id: string;
  name: string;
  /** Names of statuses; absent where it leads from every one. */
  from?: readonly string[];
  to: string;
  /** Its screen asks for a resolution, and does not close without. */
  asksResolution?: boolean;
  /** What it sets by itself; null takes a resolution away. */
  setsResolution?: string | null;
}

export interface Choice {
  id: string;
  name: string;
}

export interface JiraField {
  id: string;
  name: string;
  kind:
    | 'textfield'
    | 'textarea'
    | 'float'
    | 'datepicker'
    | 'select'
    | 'multiselect'
    | 'userpicker'
    | 'cascadingselect';
  options: Choice[];
}

export interface IssueType extends Choice {
  description: string;
  subtask: boolean;
  /** Custom fields on the create screen. */
  fields: { fieldId: string; required: boolean; default?: unknown }[];
}

export interface JiraProject {
  id: string;
  key: string;
  name: string;
  types: IssueType[];
  statuses: Status[];
  transitions: Transition[];
  components: Choice[];
  /** A Jira Service Management project: comments are seen by its customers unless they are internal. */
  isServiceDesk: boolean;
  nextNumber: number;
}

/** What changes about an issue. Never changed in place: the search index may still show what was before. */
export interface IssueValues {
  key: string;
  project: JiraProject;
  type: IssueType;
  summary: string;
  description: AdfNode | null;
  status: Status;
  /** The name of one of Jira's resolutions. */
  resolution: string | null;
  resolvedAt: number | null;
  priority: string;
  labels: readonly string[];
  /** `2026-11-30` */
  due?: string | null;
  /** Ids. */
  components: readonly string[];
  assignee: JiraUser | null;
  reporter: JiraUser;
  /** Values of custom fields by id, as version 3 writes them. */
  fields: ReadonlyMap<string, unknown>;
}

export interface JiraComment {
  id: string;
  author: JiraUser;
  updateAuthor: JiraUser;
  body: AdfNode;
  createdAt: number;
  updatedAt: number;
  /** False when only the team sees it. */
  jsdPublic: boolean;
  visibility: { type: string; value?: string; identifier?: string | null } | null;
  properties: { key: string; value: unknown }[];
}

/** As written last: what a write leaves out is null. */
export interface RemoteLink {
  id: number;
  globalId: string | null;
  application: { type?: string; name?: string } | null;
  relationship: string | null;
  object: {
    url: string;
    title: string;
    summary: string | null;
    icon: Record<string, unknown> | null;
    status: { resolved?: boolean; icon?: Record<string, unknown> } | null;
  };
}

export interface JiraIssue {
  /** Stays, whatever becomes of the key. */
  readonly id: string;
  values: IssueValues;
  readonly createdAt: number;
  updatedAt: number;
  /** Since when it is in the category of its status. */
  categorySince: number;
  readonly properties: Map<string, unknown>;
  readonly comments: JiraComment[];
  readonly links: RemoteLink[];
  /** What the search index has seen or will see, oldest first. */
  indexed: { at: number; values: IssueValues }[];
}
