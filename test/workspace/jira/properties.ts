import type { Answer } from '../world/call.ts';
import { tell } from '../world/jira/changeIssue.ts';
import type { JiraIssue } from '../world/jira/model.ts';
import { badRequest, JiraRefusal } from './refusal.ts';
import { demand, issueOf, type JiraRequest, type JiraRoute, ok, reply } from './route.ts';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/
const MOST_CHARACTERS = 32_768;
const LONGEST_NAME = 255;
const PATH = '/issue/{issueIdOrKey}/properties';

export const propertyRoutes: JiraRoute[] = [
  { method: 'GET', path: PATH, scope: 'read:jira-work', answer: listProperties },
  { method: 'GET', path: `${PATH}/{propertyKey}`, scope: 'read:jira-work', answer: readProperty },
  { method: 'PUT', path: `${PATH}/{propertyKey}`, scope: 'write:jira-work', answer: putProperty },
  { method: 'DELETE', path: `${PATH}/{propertyKey}`, scope: 'write:jira-work', answer: dropProperty },
];

/** Keeps a property; answers whether it is new. */
export function setProperty(issue: JiraIssue, key: string, value: unknown): boolean {
  const text = JSON.stringify(value) ?? '';
  if (text === '' || text === 'null') throw badRequest('The property value cannot be empty.');
  if (text.length > MOST_CHARACTERS)
    throw badRequest(`The property value must not be longer than ${MOST_CHARACTERS} characters.`);
  if (key.length > LONGEST_NAME)
    throw badRequest(`The property key must not be longer than ${LONGEST_NAME} characters.`);
  const isNew = !issue.properties.has(key);
  issue.properties.set(key, JSON.parse(text));
  return isNew;
}

function listProperties(request: JiraRequest): Answer {
  const { id, properties } = issueOf(request);
  const keys = [...properties.keys()].map((key) => ({ key, self: selfOf(request, id, key) }));
  return ok({ keys });
}

function readProperty(request: JiraRequest): Answer {
  const { properties } = issueOf(request);
  const key = request.params.propertyKey ?? '';
  if (!properties.has(key)) throw unknown(key);
  return ok({ key, value: properties.get(key) });
}

function putProperty(request: JiraRequest): Answer {
  const issue = issueOf(request);
  demandEdit(request, issue);
  const isNew = setProperty(issue, request.params.propertyKey ?? '', request.body);
  tell(request.world, issue.id);
  return reply(isNew ? 201 : 200);
}

function dropProperty(request: JiraRequest): Answer {
  const issue = issueOf(request);
  demandEdit(request, issue);
  const key = request.params.propertyKey ?? '';
  if (!issue.properties.delete(key)) throw unknown(key);
  tell(request.world, issue.id);
  return reply(204);
}

const demandEdit = (request: JiraRequest, { values }: JiraIssue) =>
  demand(
    request,
    'EDIT_ISSUES',
    values.project,
    'You do not have permission to edit issues in this project.',
  );

const selfOf = ({ base }: JiraRequest, id: string, key: string) =>
  `${base}/issue/${id}/properties/${encodeURIComponent(key)}`;

const unknown = (key: string) => new JiraRefusal(404, `The property with key '${key}' does not exist.`);
