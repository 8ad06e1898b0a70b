import type { IssueValues, JiraIssue } from '../world/jira/model.ts';
import { wireComment } from './comments.ts';
import type { JiraRequest } from './route.ts';
import { rich, stamp, stampOrNull, wireChoice, wireProject, wireStatus, wireType, wireUser } from './wire.ts';

/** What is wanted of an issue: `fields` as Jira reads them (`*all`, `-comment`), and properties by name. */
export interface Wanted {
  fields: readonly string[];
  properties: readonly string[];
}

/** An issue as the API writes it. `values` differ from the issue's own where the search index lags. */
export function wireIssue(request: JiraRequest, issue: JiraIssue, wanted: Wanted, values = issue.values) {
  const all = allFields(request, issue, values);
  const fields = Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => isWanted(wanted.fields, name))
      .map(([name, read]) => [name, read()]),
  );
  const isBare = wanted.fields.length === 0;
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${request.base}/issue/${issue.id}`,
    key: values.key,
    ...(isBare ? {} : { fields }),
    ...(wanted.properties.length ? { properties: propertiesOf(issue, wanted.properties) } : {}),
  };
}

function isWanted(fields: readonly string[], name: string): boolean {
  if (fields.includes(`-${name}`)) return false;
  const isExtra = name === 'comment' || name === 'issuelinks';
  return (
    fields.includes(name) ||
    fields.includes('*all') ||
    (fields.includes('*navigable') && !isExtra) ||
    (fields.length > 0 && fields.every((field) => field.startsWith('-')))
  );
}

function propertiesOf({ properties }: JiraIssue, names: readonly string[]) {
  const isAll = names.includes('*all');
  return Object.fromEntries([...properties].filter(([name]) => isAll || names.includes(name)));
}

function allFields(
  request: JiraRequest,
  issue: JiraIssue,
  values: IssueValues,
): Record<string, () => unknown> {
  const { jira } = request.world;
  const byName = (kind: string, list: { id: string; name: string }[], name: string | null) => {
    const found = list.find((one) => one.name === name);
    return found ? wireChoice(request, kind, found) : null;
  };
  return {
    summary: () => values.summary,
    description: () => rich(request, values.description),
    environment: () => null,
    status: () => wireStatus(request, values.status),
    statuscategorychangedate: () => stamp(issue.categorySince),
    resolution: () => byName('resolution', jira.resolutions, values.resolution),
    resolutiondate: () => stampOrNull(values.resolvedAt),
    priority: () => byName('priority', jira.priorities, values.priority),
    assignee: () => (values.assignee ? wireUser(request, values.assignee) : null),
    reporter: () => wireUser(request, values.reporter),
    creator: () => wireUser(request, values.reporter),
    project: () => wireProject(request, values.project),
    issuetype: () => wireType(request, values.type),
    labels: () => [...values.labels],
    components: () =>
      values.project.components
        .filter(({ id }) => values.components.includes(id))
        .map((component) => wireChoice(request, 'component', component)),
    created: () => stamp(issue.createdAt),
    updated: () => stamp(issue.updatedAt),
    duedate: () => values.due ?? null,
    issuelinks: () => [],
    comment: () => ({
      comments: issue.comments.map((comment) => wireComment(request, issue, comment)),
      self: `${request.base}/issue/${issue.id}/comment`,
      maxResults: issue.comments.length,
      total: issue.comments.length,
      startAt: 0,
    }),
    ...Object.fromEntries(
      [...jira.fields.values()].map((field) => [
        field.id,
        () => customValue(request, field.kind, values.fields.get(field.id)),
      ]),
    ),
  };
}

function customValue(request: JiraRequest, kind: string, value: unknown) {
  return kind === 'textarea'
    ? rich(request, (value as Parameters<typeof rich>[1] | undefined) ?? null)
    : (value ?? null);
}
