import type { Answer } from '../world/call.ts';
import { isDocument, isSound } from '../world/jira/adf.ts';
import { keepIssue } from '../world/jira/changeIssue.ts';
import type { JiraComment, JiraIssue } from '../world/jira/model.ts';
import { readRich } from './readFields.ts';
import { badFields, badRequest, JiraRefusal } from './refusal.ts';
import {
  bodyOf,
  demand,
  isObject,
  issueOf,
  type JiraRequest,
  type JiraRoute,
  type JsonObject,
  may,
  ok,
  pageOf,
  reply,
} from './route.ts';
import { rich, stamp, wireUser } from './wire.ts';

const PATH = '/issue/{issueIdOrKey}/comment';
// What the service desk marks a comment with that its customers do not see.
const INTERNAL = 'sd.public.comment';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/
export const commentRoutes: JiraRoute[] = [
  { method: 'GET', path: PATH, scope: 'read:jira-work', answer: listComments },
  { method: 'POST', path: PATH, scope: 'write:jira-work', answer: addComment },
  { method: 'GET', path: `${PATH}/{id}`, scope: 'read:jira-work', answer: readComment },
  { method: 'PUT', path: `${PATH}/{id}`, scope: 'write:jira-work', answer: editComment },
  { method: 'DELETE', path: `${PATH}/{id}`, scope: 'write:jira-work', answer: dropComment },
];

export function wireComment(request: JiraRequest, issue: JiraIssue, comment: JiraComment) {
  const { visibility, properties } = comment;
  return {
    self: `${request.base}/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: wireUser(request, comment.author),
    body: rich(request, comment.body),
    updateAuthor: wireUser(request, comment.updateAuthor),
    created: stamp(comment.createdAt),
    updated: stamp(comment.updatedAt),
    ...(visibility ? { visibility } : {}),
    ...(properties.length ? { properties } : {}),
    ...(request.isCloud ? { jsdPublic: comment.jsdPublic } : {}),
  };
}

function listComments(request: JiraRequest): Answer {
  const issue = issueOf(request);
  const newestFirst = request.query.get('orderBy') === '-created';
  const comments = newestFirst ? issue.comments.toReversed() : issue.comments;
  const { rows, startAt, maxResults, total } = pageOf(request, comments, 5000);
  return ok({
    startAt,
    maxResults,
    total,
    comments: rows.map((comment) => wireComment(request, issue, comment)),
  });
}

function addComment(request: JiraRequest): Answer {
  const issue = issueOf(request);
  return reply(201, wireComment(request, issue, keepComment(request, issue, bodyOf(request))));
}

/** Adds a comment that somebody writes by itself, or while taking a transition. */
export function keepComment(request: JiraRequest, issue: JiraIssue, raw: JsonObject): JiraComment {
  const { world, account } = request;
  demand(
    request,
    'ADD_COMMENTS',
    issue.values.project,
    'You do not have the permission to comment on this issue.',
  );
  const written = readWritten(request, raw);
  if (issue.comments.length >= world.settings.jira.mostComments)
    throw new JiraRefusal(413, 'The number of comments on this issue has reached its limit.');
  const author = account?.user ?? world.jira.account.user;
  const now = world.clock.now();
  const comment: JiraComment = {
    visibility: null,
    properties: [],
    ...written,
    id: String(world.jira.nextId('comment')),
    author,
    updateAuthor: author,
    createdAt: now,
    updatedAt: now,
    jsdPublic: isPublic(written.properties ?? []),
  };
  issue.comments.push(comment);
  keepIssue(world, issue);
  return comment;
}

function readComment(request: JiraRequest): Answer {
  const issue = issueOf(request);
  return ok(wireComment(request, issue, commentOf(request, issue)));
}

function editComment(request: JiraRequest): Answer {
  const { world, account } = request;
  const issue = issueOf(request);
  const comment = commentOf(request, issue);
  const isOwn = comment.author === account?.user;
  const mayEdit = may(request, 'EDIT_ALL_COMMENTS', issue.values.project);
  if (!mayEdit)
    demand(
      request,
      isOwn ? 'EDIT_OWN_COMMENTS' : 'EDIT_ALL_COMMENTS',
      issue.values.project,
      'You do not have the permission to edit this comment.',
    );
  const written = readWritten(request, bodyOf(request));
  Object.assign(comment, written, {
    updatedAt: world.clock.now(),
    updateAuthor: account?.user ?? comment.author,
    ...(written.properties ? { jsdPublic: isPublic(written.properties) } : {}),
  });
  keepIssue(world, issue);
  return ok(wireComment(request, issue, comment));
}

function dropComment(request: JiraRequest): Answer {
  const issue = issueOf(request);
  const comment = commentOf(request, issue);
  const isOwn = comment.author === request.account?.user;
  if (!may(request, 'DELETE_ALL_COMMENTS', issue.values.project))
    demand(
      request,
      isOwn ? 'DELETE_OWN_COMMENTS' : 'DELETE_ALL_COMMENTS',
      issue.values.project,
      'You do not have the permission to delete this comment.',
    );
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  keepIssue(request.world, issue);
  return reply(204);
}

function commentOf({ params }: JiraRequest, { comments }: JiraIssue): JiraComment {
  const found = comments.find(({ id }) => id === params.id);
  if (!found) throw new JiraRefusal(404, `Can not find a comment for the id: ${params.id}.`);
  return found;
}

function readWritten(
  request: JiraRequest,
  { body, visibility, properties }: JsonObject,
): Pick<JiraComment, 'body'> & Partial<JiraComment> {
  const wrong = (text: string): never => {
    throw badFields({ comment: text });
  };
  if (body === undefined || body === '' || body === null) wrong('Comment body can not be empty!');
  if (request.version === 3 && !isDocument(body)) wrong('Comment body is not valid!');
  if (request.version === 3 && isDocument(body) && !isSound(body)) throw badRequest('INVALID_INPUT');
  const document = readRich(request, body, wrong);
  if (!document || !(document.content ?? []).length) return wrong('Comment body can not be empty!');
  return {
    body: document,
    ...(isObject(visibility) ? { visibility: visibility as JiraComment['visibility'] } : {}),
    ...(Array.isArray(properties) ? { properties: properties as JiraComment['properties'] } : {}),
  };
}

const isPublic = (properties: JiraComment['properties']) =>
  !properties.some(({ key, value }) => key === INTERNAL && isObject(value) && value.internal === true);
