import type { Answer } from '../world/call.ts';
import type { Permission } from '../world/jira/model.ts';
import { badRequest, noIssue, unauthenticated } from './refusal.ts';
import { type JiraRequest, type JiraRoute, listOf, may, ok, projectOf } from './route.ts';
import { wireUser } from './wire.ts';

// Who calls, and what they may do.
export const accountRoutes: JiraRoute[] = [
  { method: 'GET', path: '/myself', scope: 'read:jira-user', answer: myself },
  { method: 'GET', path: '/mypermissions', scope: 'read:jira-work', answer: myPermissions },
];

function myself(request: JiraRequest): Answer {
  const { account, isCloud } = request;
  if (!account) throw unauthenticated();
  return ok({
    ...wireUser(request, account.user),
    emailAddress: account.user.email,
    ...(isCloud ? { locale: 'en_US' } : {}),
  });
}

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
function myPermissions(request: JiraRequest): Answer {
  const { world, query, isCloud } = request;
  const wanted = listOf(query, 'permissions');
  if (isCloud && wanted.length === 0) throw badRequest('The permissions query parameter is required.');
  const unknown = wanted.filter((name) => !(name in NAMES));
  if (unknown.length) throw badRequest(`Unrecognized permission(s): ${unknown.join(', ')}`);
  const issueKey = query.get('issueKey') ?? query.get('issueId');
  const issue = issueKey === null ? undefined : world.jira.find(issueKey);
  if (issueKey !== null && !(issue && may(request, 'BROWSE_PROJECTS', issue.values.project))) throw noIssue();
  const projectKey = query.get('projectKey') ?? query.get('projectId');
  const project = issue?.values.project ?? (projectKey === null ? undefined : projectOf(request, projectKey));
  // Without a project: whether there is any in which one may.
  const projects = project ? [project] : [...world.jira.projects.values()];
  const names = (wanted.length ? wanted : Object.keys(NAMES)) as Permission[];
  const rows = names.map((key, index) => [
    key,
    {
      id: String(10 + index),
      key,
      name: NAMES[key],
      type: 'PROJECT',
      description: '',
      havePermission: projects.some((one) => may(request, key, one)),
      ...(isCloud ? {} : { deprecatedKey: false }),
    },
  ]);
  return ok({ permissions: Object.fromEntries(rows) });
}

const NAMES: Record<Permission, string> = {
  BROWSE_PROJECTS: 'Browse Projects',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  LINK_ISSUES: 'Link Issues',
  ADD_COMMENTS: 'Add Comments',
  EDIT_OWN_COMMENTS: 'Edit Own Comments',
  EDIT_ALL_COMMENTS: 'Edit All Comments',
  DELETE_OWN_COMMENTS: 'Delete Own Comments',
  DELETE_ALL_COMMENTS: 'Delete All Comments',
  TRANSITION_ISSUES: 'Transition Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  MODIFY_REPORTER: 'Modify Reporter',
  DELETE_ISSUES: 'Delete Issues',
  MOVE_ISSUES: 'Move Issues',
  ADMINISTER_PROJECTS: 'Administer Projects',
};
