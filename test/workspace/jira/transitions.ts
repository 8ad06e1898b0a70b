import { type Answer, UnknownCall } from '../world/call.ts';
import { statusNamed, takeTransition, transitionsOf } from '../world/jira/changeIssue.ts';
import type { JiraIssue, Transition } from '../world/jira/model.ts';
import { keepComment } from './comments.ts';
import { chosen, readFields } from './readFields.ts';
import { badFields, badRequest } from './refusal.ts';
import {
  bodyOf,
  isObject,
  issueOf,
  type JiraRequest,
  type JiraRoute,
  type JsonObject,
  may,
  ok,
  reply,
} from './route.ts';
import { wireChoice, wireStatus } from './wire.ts';

const PATH = '/issue/{issueIdOrKey}/transitions';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get
export const transitionRoutes: JiraRoute[] = [
  { method: 'GET', path: PATH, scope: 'read:jira-work', answer: listTransitions },
  { method: 'POST', path: PATH, scope: 'write:jira-work', answer: transition },
];

function listTransitions(request: JiraRequest): Answer {
  const issue = issueOf(request);
  const withFields = (request.query.get('expand') ?? '').includes('transitions.fields');
  const open = may(request, 'TRANSITION_ISSUES', issue.values.project) ? transitionsOf(issue) : [];
  return ok({
    expand: 'transitions',
    transitions: open.map((one) => wireTransition(request, issue, one, withFields)),
  });
}

function wireTransition(request: JiraRequest, { values }: JiraIssue, one: Transition, withFields: boolean) {
  return {
    id: one.id,
    name: one.name,
    to: wireStatus(request, statusNamed(values.project, one.to)),
    hasScreen: one.asksResolution ?? false,
    isGlobal: one.from === undefined,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
    ...(withFields ? { fields: one.asksResolution ? { resolution: resolutionField(request) } : {} } : {}),
  };
}

const resolutionField = (request: JiraRequest) => ({
  required: true,
  schema: { type: 'resolution', system: 'resolution' },
  name: 'Resolution',
  key: 'resolution',
  operations: ['set'],
  allowedValues: request.world.jira.resolutions.map((one) => wireChoice(request, 'resolution', one)),
});

function transition(request: JiraRequest): Answer {
  const { world } = request;
  const issue = issueOf(request);
  const { project, type } = issue.values;
  const { transition: wanted, fields = {}, update = {} } = bodyOf(request);
  const id = isObject(wanted) ? String(wanted.id) : '';
  if (!id) throw badRequest("Missing 'transition' identifier");
  const found = transitionsOf(issue).find((one) => one.id === id);
  if (!found || !may(request, 'TRANSITION_ISSUES', project))
    throw badRequest(
      'It seems that you have tried to perform a workflow operation (transition) that is not valid for the current state of this issue.',
    );
  const { resolution, ...others } = isObject(fields) ? fields : {};
  const chosenResolution = readResolution(request, found, resolution);
  takeTransition(world, issue, found, {
    ...readFields(request, others, { project, type }),
    ...(chosenResolution === undefined ? {} : { resolution: chosenResolution }),
  });
  for (const raw of commentsIn(update)) keepComment(request, issue, raw);
  return reply(204);
}

function commentsIn(update: unknown): JsonObject[] {
  const { comment = [], ...others } = isObject(update) ? update : {};
  if (Object.keys(others).length)
    throw new UnknownCall('The workspace’s transitions take comments alone in `update`');
  const operations = Array.isArray(comment) ? comment : [];
  return operations.map((each) => {
    if (isObject(each) && isObject(each.add)) return each.add;
    throw badFields({ comment: 'Comments can be added alone.' });
  });
}

function readResolution(
  { world }: JiraRequest,
  { asksResolution }: Transition,
  value: unknown,
): string | undefined {
  if (!asksResolution) {
    if (value === undefined) return undefined;
    throw badFields({
      resolution: "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.",
    });
  }
  if (value === undefined) throw badFields({ resolution: 'Resolution is required.' });
  const found = chosen(world.jira.resolutions, value);
  if (!found) throw badFields({ resolution: 'The resolution selected is invalid.' });
  return found.name;
}
