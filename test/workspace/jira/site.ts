import type { Answer } from '../world/call.ts';
import { schemaOf } from './createmeta.ts';
import { type JiraRequest, type JiraRoute, listOf, may, ok, pageOf, projectOf } from './route.ts';
import { stamp, wireChoice, wireProject, wireStatus, wireType, wireUser } from './wire.ts';

// What a site is set up with.
export const siteRoutes: JiraRoute[] = [
  { method: 'GET', path: '/project/search', scope: 'read:jira-work', on: 'cloud', answer: searchProjects },
  { method: 'GET', path: '/project/{projectIdOrKey}', scope: 'read:jira-work', answer: readProject },
  { method: 'GET', path: '/serverInfo', scope: 'read:jira-work', answer: serverInfo },
  { method: 'GET', path: '/field', scope: 'read:jira-work', answer: listFields },
  { method: 'GET', path: '/status', scope: 'read:jira-work', answer: listStatuses },
];

function seen(request: JiraRequest) {
  return [...request.world.jira.projects.values()].filter((project) =>
    may(request, 'BROWSE_PROJECTS', project),
  );
}

function searchProjects(request: JiraRequest): Answer {
  const { query, base } = request;
  const words = (query.get('query') ?? '').toLowerCase();
  const keys = listOf(query, 'keys');
  const mayCreate = query.get('action') === 'create';
  const found = seen(request).filter(
    (project) =>
      `${project.key} ${project.name}`.toLowerCase().includes(words) &&
      (keys.length === 0 || keys.includes(project.key)) &&
      (!mayCreate || may(request, 'CREATE_ISSUES', project)),
  );
  const { rows, ...page } = pageOf(request, found, 50, 100);
  return ok({
    self: `${base}/project/search`,
    ...page,
    values: rows.map((project) => wireProject(request, project)),
  });
}

function readProject(request: JiraRequest): Answer {
  const project = projectOf(request, request.params.projectIdOrKey);
  const [lead] = request.world.jira.users.values();
  return ok({
    ...wireProject(request, project),
    description: '',
    ...(lead ? { lead: wireUser(request, lead) } : {}),
    components: project.components.map((one) => wireChoice(request, 'component', one)),
    issueTypes: project.types.map((type) => wireType(request, type)),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: {},
  });
}

function serverInfo({ world, base, isCloud }: JiraRequest): Answer {
  return ok({
    baseUrl: new URL(base).origin,
    version: isCloud ? '1001.0.0-SNAPSHOT' : '9.12.0',
    versionNumbers: isCloud ? [1001, 0, 0] : [9, 12, 0],
    deploymentType: isCloud ? 'Cloud' : 'Server',
    buildNumber: 100_291,
    buildDate: stamp(Date.UTC(2026, 9, 1)),
    serverTime: stamp(world.clock.now()),
    scmInfo: '',
    serverTitle: 'Harbor Gifts',
  });
}

function listFields({ world }: JiraRequest): Answer {
  const system = [
    'summary',
    'description',
    'status',
    'priority',
    'assignee',
    'labels',
    'resolution',
    'updated',
  ];
  const row = (id: string, name: string, custom: boolean, schema: object) => ({
    id,
    key: id,
    name,
    custom,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [id],
    schema,
  });
  return ok([
    ...system.map((id) =>
      row(id, id.charAt(0).toUpperCase() + id.slice(1), false, { type: 'string', system: id }),
    ),
    ...[...world.jira.fields.values()].map((field) => row(field.id, field.name, true, schemaOf(field))),
  ]);
}

function listStatuses(request: JiraRequest): Answer {
  const statuses = new Map(
    seen(request).flatMap((project) => project.statuses.map((one) => [one.id, one] as const)),
  );
  return ok([...statuses.values()].map((status) => wireStatus(request, status)));
}
