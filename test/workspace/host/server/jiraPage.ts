import { isDocument, textOfAdf } from '../../world/jira/adf.ts';
import { transitionsOf } from '../../world/jira/changeIssue.ts';
import type { JiraIssue, RemoteLink } from '../../world/jira/model.ts';
import type { World } from '../../world/world.ts';
import type { JiraAction, ShownIssue, ShownIssueRow, ShownLink } from '../jiraShown.ts';
import type { PlaceApi } from './placeApi.ts';

/** Jira as the page shows it, and what people do there. */
export const jiraPage: PlaceApi = {
  read(world, name) {
    if (name) {
      const issue = world.jira.find(name);
      return issue && showIssue(world, issue);
    }
    return [...world.jira.issues.values()].sort((a, b) => b.updatedAt - a.updatedAt).map(showRow);
  },
  act({ jira }, name, wanted) {
    const action = wanted as JiraAction;
    switch (action.do) {
      case 'transition': {
        const found = transitionsOf(jira.issue(name)).find(({ id }) => id === action.id);
        const { resolution } = action;
        return jira.transition(
          name,
          found?.name ?? action.id,
          resolution === undefined ? {} : { resolution },
        );
      }
      case 'assign':
        return jira.assign(name, action.to);
      case 'move':
        return jira.move(name, action.to);
      case 'delete':
        return jira.remove(name);
    }
  },
};

function showRow({ values, updatedAt }: JiraIssue): ShownIssueRow {
  const { key, type, summary, status, resolution, assignee } = values;
  return {
    key,
    type: type.name,
    summary,
    status: { name: status.name, category: status.category },
    resolution,
    assignee: assignee?.displayName ?? null,
    updatedAt,
  };
}

function showIssue({ jira }: World, issue: JiraIssue): ShownIssue {
  const { values } = issue;
  const { project } = values;
  const named = ({ key, name }: { key: string; name: string }) => ({ key, name });
  return {
    ...showRow(issue),
    project: named(project),
    reporter: values.reporter.displayName,
    priority: values.priority,
    labels: values.labels,
    components: project.components.filter(({ id }) => values.components.includes(id)).map(({ name }) => name),
    description: values.description,
    fields: [...jira.fields.values()].flatMap(({ id, name }): [string, string][] => {
      const value = values.fields.get(id);
      return value === undefined || value === null ? [] : [[name, inWords(value)]];
    }),
    properties: [...issue.properties].map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
    comments: issue.comments.map(({ id, author, createdAt, updatedAt, jsdPublic, body }) => ({
      id,
      author: author.displayName,
      at: createdAt,
      isEdited: updatedAt > createdAt,
      isInternal: !jsdPublic,
      body,
    })),
    links: issue.links.map(showLink),
    transitions: transitionsOf(issue).map(({ id, name, to, asksResolution = false }) => ({
      id,
      name,
      to,
      asksResolution,
    })),
    createdAt: issue.createdAt,
    people: [...jira.users.values()].map(({ displayName }) => displayName),
    resolutions: jira.resolutions.map(({ name }) => name),
    otherProjects: [...jira.projects.values()].filter((one) => one !== project).map(named),
  };
}

function showLink({ id, application, relationship, object }: RemoteLink): ShownLink {
  const { url, title, summary, status } = object;
  const isResolved = status?.resolved === true;
  return { id, application: application?.name ?? 'Web links', relationship, url, title, summary, isResolved };
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (isDocument(value)) return textOfAdf(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const { value: option, displayName } = value as { value?: string; displayName?: string };
  return option ?? displayName ?? JSON.stringify(value);
}
