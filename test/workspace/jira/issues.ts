import { type Answer, UnknownCall } from '../world/call.ts';
import { initialStatus, keepNew, nextKey } from '../world/jira/addIssue.ts';
import { keepIssue } from '../world/jira/changeIssue.ts';
import type { IssueType, JiraProject } from '../world/jira/model.ts';
import { setProperty } from './properties.ts';
import { chosen, readFields } from './readFields.ts';
import { readUpdate } from './readUpdate.ts';
import { badFields, badRequest } from './refusal.ts';
import {
  bodyOf,
  demand,
  isObject,
  issueOf,
  type JiraRequest,
  type JiraRoute,
  type JsonObject,
  listOf,
  may,
  ok,
  reply,
} from './route.ts';
import { wireIssue } from './wireIssue.ts';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
export const issueRoutes: JiraRoute[] = [
  { method: 'POST', path: '/issue', scope: 'write:jira-work', answer: createIssue },
  { method: 'GET', path: '/issue/{issueIdOrKey}', scope: 'read:jira-work', answer: readIssue },
  { method: 'PUT', path: '/issue/{issueIdOrKey}', scope: 'write:jira-work', answer: editIssue },
];

function createIssue(request: JiraRequest): Answer {
  const { world, account } = request;
  const body = bodyOf(request);
  if (body.transition)
    throw new UnknownCall('The workspace’s Jira takes no transition while an issue is created');
  const fields = isObject(body.fields) ? body.fields : {};
  const project = projectNamed(request, fields.project);
  demand(request, 'CREATE_ISSUES', project, 'You do not have permission to create issues in this project.');
  const type = chosen(project.types, fields.issuetype);
  if (!type) throw badFields({ issuetype: 'Specify a valid issue type' });
  const change = readFields(
    request,
    { ...fields, ...readUpdate(request, body, fields, undefined) },
    { project, type },
    missing(request, type, fields),
  );
  const properties = propertiesOf(body);
  const defaults = type.fields.flatMap(({ fieldId, default: value }) =>
    value === undefined ? [] : [[fieldId, value] as const],
  );
  const createdAt = world.clock.now();
  const reporter = account?.user ?? world.jira.account.user;
  const issue = keepNew(
    world,
    {
      summary: '',
      description: null,
      priority: 'Medium',
      labels: [],
      components: [],
      assignee: null,
      resolution: null,
      resolvedAt: null,
      ...change,
      key: nextKey(project),
      project,
      type,
      status: initialStatus(project),
      reporter,
      fields: new Map([...defaults, ...(change.fields ?? [])]),
    },
    { createdAt },
  );
  for (const [key, value] of properties) setProperty(issue, key, value);
  return reply(201, { id: issue.id, key: issue.values.key, self: `${request.base}/issue/${issue.id}` });
}

/** A project one may not see is not told from one that is not there. */
function projectNamed(request: JiraRequest, raw: unknown): JiraProject {
  const wanted: JsonObject = isObject(raw) ? raw : {};
  const found = [...request.world.jira.projects.values()].find(({ id, key }) =>
    wanted.id === undefined ? key === wanted.key : id === String(wanted.id),
  );
  if (!found || !may(request, 'BROWSE_PROJECTS', found))
    throw badFields({ project: 'valid project is required' });
  return found;
}

function missing({ world }: JiraRequest, type: IssueType, fields: JsonObject): Record<string, string> {
  const demanded = type.fields.filter(
    ({ fieldId, required, default: value }) =>
      required && value === undefined && fields[fieldId] === undefined,
  );
  return {
    ...(fields.summary === undefined ? { summary: 'You must specify a summary of the issue.' } : {}),
    ...Object.fromEntries(
      demanded.map(({ fieldId }) => [fieldId, `${world.jira.fields.get(fieldId)?.name} is required.`]),
    ),
  };
}

function propertiesOf({ properties = [] }: JsonObject): [string, unknown][] {
  if (!Array.isArray(properties)) throw badRequest('properties must be a list');
  return properties.map((each): [string, unknown] => {
    if (!isObject(each) || typeof each.key !== 'string') throw badRequest('Each property needs a key');
    return [each.key, each.value];
  });
}

function readIssue(request: JiraRequest): Answer {
  const { query } = request;
  const fields = query.has('fields') ? listOf(query, 'fields') : ['*all'];
  return ok(wireIssue(request, issueOf(request), { fields, properties: listOf(query, 'properties') }));
}

function editIssue(request: JiraRequest): Answer {
  const { world, query } = request;
  const issue = issueOf(request);
  const { project, type } = issue.values;
  demand(request, 'EDIT_ISSUES', project, 'You do not have permission to edit issues in this project.');
  const body = bodyOf(request);
  const fields = isObject(body.fields) ? body.fields : {};
  const updated = readUpdate(request, body, fields, issue);
  const change = readFields(request, { ...fields, ...updated }, { project, type });
  const merged = change.fields ? { fields: new Map([...issue.values.fields, ...change.fields]) } : {};
  const properties = propertiesOf(body);
  keepIssue(world, issue, { ...change, ...merged });
  for (const [key, value] of properties) setProperty(issue, key, value);
  if (query.get('returnIssue') !== 'true') return reply(204);
  return ok(wireIssue(request, issue, { fields: ['*all'], properties: [] }));
}
