import type { AdfNode } from '../world/jira/adf.ts';

/** What the Jira page shows of an issue in its list. */
export interface ShownIssueRow {
  key: string;
  type: string;
  summary: string;
  status: { name: string; category: 'new' | 'indeterminate' | 'done' };
  resolution: string | null;
  assignee: string | null;
  updatedAt: number;
}

export interface ShownIssue extends ShownIssueRow {
  project: { key: string; name: string };
  reporter: string;
  priority: string;
  labels: readonly string[];
  components: readonly string[];
  description: AdfNode | null;
  /** Custom fields by name, in words. */
  fields: readonly (readonly [string, string])[];
  properties: readonly (readonly [string, string])[];
  comments: readonly {
    id: string;
    author: string;
    at: number;
    isEdited: boolean;
    isInternal: boolean;
    body: AdfNode;
  }[];
  links: readonly ShownLink[];
  transitions: readonly { id: string; name: string; to: string; asksResolution: boolean }[];
  createdAt: number;
  /** What can be chosen. */
  people: readonly string[];
  resolutions: readonly string[];
  otherProjects: readonly { key: string; name: string }[];
}

export interface ShownLink {
  id: number;
  application: string;
  relationship: string | null;
  url: string;
  title: string;
  summary: string | null;
  isResolved: boolean;
}

/** What a person does on the page. */
export type JiraAction =
  | { do: 'transition'; id: string; resolution?: string }
  | { do: 'assign'; to: string | null }
  | { do: 'move'; to: string }
  | { do: 'delete' };
