import type { World } from '../world.ts';
import { adfOfText } from './adf.ts';
import { statusNamed } from './changeIssue.ts';
import type { NewJiraIssue } from './jira.ts';
import type { IssueValues, JiraIssue, JiraProject } from './model.ts';

/** Puts an issue into the world as it has come to be. Rules are not asked: this is the past. */
export function addIssue(world: World, wanted: NewJiraIssue): JiraIssue {
  const { jira } = world;
  const {
    id,
    project: projectKey,
    type,
    status,
    assignee,
    reporter,
    description,
    at,
    updatedAt,
    since,
    ...values
  } = wanted;
  const project = jira.project(projectKey ?? 'PAY');
  const createdAt = at ?? world.clock.now();
  const complete: IssueValues = {
    summary: 'Something is broken',
    resolution: null,
    resolvedAt: null,
    priority: 'Medium',
    labels: [],
    components: [],
    fields: new Map(),
    ...values,
    key: values.key ?? nextKey(project),
    project,
    type: project.types.find(({ name }) => name === (type ?? 'Bug')) ?? first(project),
    description: description === undefined ? null : adfOfText(description),
    status: status === undefined ? initialStatus(project) : statusNamed(project, status),
    assignee: assignee === undefined ? null : jira.user(assignee),
    reporter: reporter === undefined ? jira.account.user : jira.user(reporter),
  };
  return keepNew(world, complete, { id, createdAt, updatedAt, since, past: at !== undefined });
}

/** A new issue with these values; the index sees it later, unless it belongs to the past. */
export function keepNew(
  world: World,
  values: IssueValues,
  when: {
    id?: string | undefined;
    createdAt: number;
    updatedAt?: number | undefined;
    since?: number | undefined;
    past?: boolean;
  },
): JiraIssue {
  const { jira } = world;
  const issue: JiraIssue = {
    id: when.id ?? String(jira.nextId('issue')),
    values,
    createdAt: when.createdAt,
    updatedAt: when.updatedAt ?? when.since ?? when.createdAt,
    categorySince: when.since ?? when.createdAt,
    properties: new Map(),
    comments: [],
    links: [],
    indexed: [{ at: when.past ? Number.NEGATIVE_INFINITY : when.createdAt, values }],
  };
  jira.issues.set(issue.id, issue);
  jira.keys.set(values.key, issue.id);
  const number = Number(values.key.split('-')[1]);
  if (number >= values.project.nextNumber) values.project.nextNumber = number + 1;
  world.changes.emit({ kind: 'jira', issueId: issue.id });
  return issue;
}

export const nextKey = (project: JiraProject) => `${project.key}-${project.nextNumber++}`;

export const initialStatus = (project: JiraProject) =>
  project.statuses.find(({ category }) => category === 'new') ?? statusNamed(project, 'To Do');

function first({ key, types }: JiraProject) {
  const type = types[0];
  if (!type) throw new Error(`${key} has no issue types.`);
  return type;
}
