import type { Answer } from '../world/call.ts';
import { keepIssue, tell } from '../world/jira/changeIssue.ts';
import type { JiraIssue, RemoteLink } from '../world/jira/model.ts';
import { badFields, badRequest, forbidden, JiraRefusal } from './refusal.ts';
import {
  bodyOf,
  demand,
  isObject,
  issueOf,
  type JiraRequest,
  type JiraRoute,
  type JsonObject,
  ok,
  reply,
} from './route.ts';

const PATH = '/issue/{issueIdOrKey}/remotelink';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/
export const remoteLinkRoutes: JiraRoute[] = [
  { method: 'GET', path: PATH, scope: 'read:jira-work', answer: listLinks },
  { method: 'POST', path: PATH, scope: 'write:jira-work', answer: putByGlobalId },
  { method: 'DELETE', path: PATH, scope: 'write:jira-work', answer: dropByGlobalId },
  { method: 'GET', path: `${PATH}/{linkId}`, scope: 'read:jira-work', answer: readLink },
  { method: 'PUT', path: `${PATH}/{linkId}`, scope: 'write:jira-work', answer: putLink },
  { method: 'DELETE', path: `${PATH}/{linkId}`, scope: 'write:jira-work', answer: dropLink },
];

function listLinks(request: JiraRequest): Answer {
  const { world, query } = request;
  const issue = issueOf(request);
  demandLinking(request);
  const globalId = query.get('globalId');
  if (globalId !== null) return ok(wireLink(request, issue, linkWith(issue, globalId)));
  if (issue.links.length > world.settings.jira.mostRemoteLinks) throw tooManyLinks();
  return ok(issue.links.map((link) => wireLink(request, issue, link)));
}

function readLink(request: JiraRequest): Answer {
  const issue = issueOf(request);
  demandLinking(request);
  return ok(wireLink(request, issue, linkOf(request, issue)));
}

function putByGlobalId(request: JiraRequest): Answer {
  const { world } = request;
  const issue = issueOf(request);
  demandLinkIssues(request, issue);
  const written = readWritten(bodyOf(request));
  const known = issue.links.find(({ globalId }) => globalId !== null && globalId === written.globalId);
  if (!known && issue.links.length >= world.settings.jira.mostRemoteLinks) throw tooManyLinks();
  const link = known ?? { id: world.jira.nextId('link'), ...written };
  if (known) Object.assign(known, written);
  else issue.links.push(link);
  changed(request, issue);
  return reply(known ? 200 : 201, { id: link.id, self: selfOf(request, issue, link.id) });
}

function putLink(request: JiraRequest): Answer {
  const issue = issueOf(request);
  demandLinkIssues(request, issue);
  Object.assign(linkOf(request, issue), readWritten(bodyOf(request)));
  changed(request, issue);
  return reply(204);
}

function dropByGlobalId(request: JiraRequest): Answer {
  const issue = issueOf(request);
  demandLinkIssues(request, issue);
  const globalId = request.query.get('globalId');
  if (!globalId) throw badRequest("'globalId' is required.");
  return drop(request, issue, linkWith(issue, globalId));
}

// By number, that is an edit of the issue too.
function dropLink(request: JiraRequest): Answer {
  const issue = issueOf(request);
  demandLinkIssues(request, issue);
  demand(request, 'EDIT_ISSUES', issue.values.project);
  return drop(request, issue, linkOf(request, issue));
}

function drop(request: JiraRequest, issue: JiraIssue, link: RemoteLink): Answer {
  issue.links.splice(issue.links.indexOf(link), 1);
  changed(request, issue);
  return reply(204);
}

function changed({ world }: JiraRequest, issue: JiraIssue): void {
  if (world.settings.jira.linksTouchIssue) keepIssue(world, issue);
  else tell(world, issue.id);
}

function demandLinking({ world }: JiraRequest): void {
  if (!world.settings.jira.linking) throw forbidden('Issue linking is currently disabled.');
}

function demandLinkIssues(request: JiraRequest, { values }: JiraIssue): void {
  demandLinking(request);
  demand(request, 'LINK_ISSUES', values.project, `No Link Issue Permission for issue '${values.key}'`);
}

function linkWith({ links }: JiraIssue, globalId: string): RemoteLink {
  const found = links.find((link) => link.globalId === globalId);
  if (!found)
    throw new JiraRefusal(404, `No remote issue link with the globalId '${globalId}' exists for this issue.`);
  return found;
}

function linkOf({ params }: JiraRequest, { links }: JiraIssue): RemoteLink {
  const found = links.find(({ id }) => String(id) === params.linkId);
  if (!found)
    throw new JiraRefusal(404, `A remote issue link with the id '${params.linkId}' does not exist.`);
  return found;
}

const LONGEST = 255;

// What is left out becomes null: a write replaces the whole link.
function readWritten({
  globalId = null,
  application = null,
  relationship = null,
  object,
}: JsonObject): Omit<RemoteLink, 'id'> {
  const given: JsonObject = isObject(object) ? object : {};
  const complaints: Record<string, string> = {};
  for (const name of ['url', 'title']) {
    const text = given[name];
    if (typeof text !== 'string' || !text.trim()) complaints[name] = `'${name}' is required.`;
  }
  const { url, title, summary = null, icon = null, status = null } = given;
  if (typeof url === 'string' && url.trim() && !URL.canParse(url))
    complaints.url = `'url' is not a valid URL.`;
  for (const [name, text] of Object.entries({ title, globalId, relationship }))
    if (typeof text === 'string' && text.length > LONGEST)
      complaints[name] = `'${name}' must be at most ${LONGEST} characters.`;
  if (Object.keys(complaints).length) throw badFields(complaints);
  return {
    globalId: globalId as string | null,
    application: application as RemoteLink['application'],
    relationship: relationship as string | null,
    object: {
      url: String(url),
      title: String(title),
      summary: summary as string | null,
      icon: icon as RemoteLink['object']['icon'],
      status: status as RemoteLink['object']['status'],
    },
  };
}

const selfOf = ({ base }: JiraRequest, { id }: JiraIssue, linkId: number) =>
  `${base}/issue/${id}/remotelink/${linkId}`;

function wireLink(request: JiraRequest, issue: JiraIssue, link: RemoteLink) {
  const { globalId, application, relationship, object } = link;
  const { summary, icon, status } = object;
  return {
    id: link.id,
    self: selfOf(request, issue, link.id),
    ...(globalId === null ? {} : { globalId }),
    application: application ?? {},
    ...(relationship === null ? {} : { relationship }),
    object: {
      url: object.url,
      title: object.title,
      ...(summary === null ? {} : { summary }),
      icon: icon ?? {},
      status: status ? { ...status, icon: status.icon ?? {} } : { icon: {} },
    },
  };
}

const tooManyLinks = () =>
  new JiraRefusal(413, 'The number of remote links on this issue has reached its limit.');
