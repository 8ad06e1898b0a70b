import type { Answer } from '../world/call.ts';
import type { IssueType, JiraField, JiraProject } from '../world/jira/model.ts';
import { JiraRefusal } from './refusal.ts';
import { type JiraRequest, type JiraRoute, may, ok, pageOf, projectOf } from './route.ts';
import { wireChoice, wireProject, wireType, wireUser } from './wire.ts';

const PATH = '/issue/createmeta/{projectIdOrKey}/issuetypes';
const SIZE = 50;
const MOST = 200;

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ (create metadata)
export const createmetaRoutes: JiraRoute[] = [
  { method: 'GET', path: PATH, scope: 'read:jira-work', answer: listTypes },
  { method: 'GET', path: `${PATH}/{issueTypeId}`, scope: 'read:jira-work', answer: listFields },
  { method: 'GET', path: '/issue/createmeta', scope: 'read:jira-work', answer: oldCreatemeta },
];

// Without the right to create, there is nothing one could create.
const typesOf = (request: JiraRequest, project: JiraProject) =>
  may(request, 'CREATE_ISSUES', project) ? project.types : [];

function listTypes(request: JiraRequest): Answer {
  const project = projectOf(request, request.params.projectIdOrKey);
  const rows = typesOf(request, project).map((type) => wireType(request, type));
  return ok(wrapped(request, 'issueTypes', pageOf(request, rows, SIZE, MOST)));
}

function listFields(request: JiraRequest): Answer {
  const project = projectOf(request, request.params.projectIdOrKey);
  const type = typesOf(request, project).find(({ id }) => id === request.params.issueTypeId);
  const rows = type ? [...systemFields(request, project, type), ...customFields(request, type)] : [];
  return ok(wrapped(request, 'fields', pageOf(request, rows, SIZE, MOST)));
}

// Data Center has one form for every page.
function wrapped<T>(
  { isCloud }: JiraRequest,
  name: string,
  page: { rows: T[]; isLast: boolean; startAt: number; maxResults: number; total: number },
) {
  const { rows, isLast, ...numbers } = page;
  return isCloud ? { ...numbers, [name]: rows } : { ...numbers, isLast, values: rows };
}

// https://developer.atlassian.com/cloud/jira/platform/changelog/ (CHANGE-1304); gone since 9.0 in Data Center
function oldCreatemeta({ isCloud }: JiraRequest): Answer {
  throw isCloud
    ? new JiraRefusal(
        410,
        'The requested API has been removed. Please use the newer create metadata endpoints.',
      )
    : new JiraRefusal(404, 'Issue Does Not Exist');
}

function systemFields(request: JiraRequest, project: JiraProject, type: IssueType) {
  const { jira } = request.world;
  const field = (id: string, name: string, kind: string, rest: Record<string, unknown> = {}) => ({
    required: false,
    schema: {
      type: kind,
      system: id,
      ...(kind === 'array' ? { items: id === 'labels' ? 'string' : 'component' } : {}),
    },
    name,
    key: id,
    hasDefaultValue: false,
    operations: kind === 'array' ? ['add', 'set', 'remove'] : ['set'],
    fieldId: id,
    ...rest,
  });
  const priorities = jira.priorities.map((one) => wireChoice(request, 'priority', one));
  return [
    field('project', 'Project', 'project', {
      required: true,
      allowedValues: [wireProject(request, project)],
    }),
    field('issuetype', 'Issue Type', 'issuetype', {
      required: true,
      operations: [],
      allowedValues: [wireType(request, type)],
    }),
    field('summary', 'Summary', 'string', { required: true }),
    field('description', 'Description', 'string'),
    field('priority', 'Priority', 'priority', {
      hasDefaultValue: true,
      defaultValue: priorities.find(({ name }) => name === 'Medium'),
      allowedValues: priorities,
    }),
    field('labels', 'Labels', 'array', {
      autoCompleteUrl: `${new URL(request.base).origin}/rest/api/1.0/labels/suggest?query=`,
    }),
    field('components', 'Components', 'array', {
      allowedValues: project.components.map((one) => wireChoice(request, 'component', one)),
    }),
    field('assignee', 'Assignee', 'user'),
    // Always asked for, always filled in; on the screen of those alone who may change it.
    ...(may(request, 'MODIFY_REPORTER', project)
      ? [
          field('reporter', 'Reporter', 'user', {
            required: true,
            hasDefaultValue: true,
            ...(request.account ? { defaultValue: wireUser(request, request.account.user) } : {}),
          }),
        ]
      : []),
  ];
}

function customFields(request: JiraRequest, type: IssueType) {
  return type.fields.flatMap(({ fieldId, required, default: value }) => {
    const field = request.world.jira.fields.get(fieldId);
    if (!field) return [];
    return [
      {
        required,
        schema: schemaOf(field),
        name: field.name,
        key: fieldId,
        hasDefaultValue: value !== undefined,
        ...(value === undefined ? {} : { defaultValue: value }),
        operations: field.kind === 'multiselect' ? ['add', 'set', 'remove'] : ['set'],
        ...(field.options.length ? { allowedValues: optionsOf(request, field) } : {}),
        fieldId,
      },
    ];
  });
}

const optionsOf = ({ base }: JiraRequest, { options }: JiraField) =>
  options.map(({ id, name }) => ({ self: `${base}/customFieldOption/${id}`, value: name, id }));

const TYPES = {
  textfield: 'string',
  textarea: 'string',
  float: 'number',
  datepicker: 'date',
  select: 'option',
  multiselect: 'array',
  userpicker: 'user',
  cascadingselect: 'option-with-child',
};

export function schemaOf({ id, kind }: JiraField) {
  return {
    type: TYPES[kind],
    ...(kind === 'multiselect' ? { items: 'option' } : {}),
    custom: `com.atlassian.jira.plugin.system.customfieldtypes:${kind}`,
    customId: Number(id.split('_')[1]),
  };
}
