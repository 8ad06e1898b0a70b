import * as v from 'valibot';
import type { Issue, IssueLink, IssueMark, IssueState } from '../../domain/issue.ts';
import type { PostedComment } from '../../ports/issues.ts';

const Maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));
// Jira's ids are texts of digits; a number is taken as well.
const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** What is asked for of an issue; without it Jira sends all there is. */
export const ISSUE_FIELDS =
  'summary,status,assignee,updated,resolution,resolutiondate,statuscategorychangedate';
/** The property by which an issue says which incident it belongs to. */
export const MARK = 'allclear.incident';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
export const WireIssue = v.object({
  id: Id,
  key: v.string(),
  fields: v.object({
    summary: Maybe(v.string()),
    status: v.object({ name: v.string(), statusCategory: Maybe(v.object({ key: Maybe(v.string()) })) }),
    assignee: Maybe(v.object({ displayName: Maybe(v.string()) })),
    updated: v.string(),
    resolution: Maybe(v.object({ name: v.string() })),
    resolutiondate: Maybe(v.string()),
    // Data Center has none.
    statuscategorychangedate: Maybe(v.string()),
  }),
});
export const WireIssues = v.object({ issues: v.array(WireIssue) });

export function toIssue({ id, key, fields }: v.InferOutput<typeof WireIssue>): Issue {
  const state = toState(fields.status.statusCategory?.key);
  const since = fields.statuscategorychangedate ?? (state === 'done' ? fields.resolutiondate : undefined);
  return {
    id,
    key,
    summary: fields.summary ?? '',
    status: fields.status.name,
    state,
    resolution: fields.resolution?.name,
    assignee: fields.assignee?.displayName ?? undefined,
    updatedAt: toMoment(fields.updated) ?? fields.updated,
    stateSince: since ? toMoment(since) : undefined,
  };
}

// Statuses are named and translated by each account; their category's key is not. An unknown one is not done.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-status-categories/
const STATES: ReadonlyMap<unknown, IssueState> = new Map([
  ['new', 'new'],
  ['indeterminate', 'started'],
  ['done', 'done'],
]);
const toState = (key: unknown) => STATES.get(key) ?? 'unknown';

// `2026-11-25T09:00:00.000+0100`; the zone lacks the colon that every browser reads.
function toMoment(text: string): string | undefined {
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

export const WireProperties = v.object({ properties: Maybe(v.record(v.string(), v.unknown())) });

const WireMark = v.object({ account: v.string(), incident: v.number() });

/** `undefined` for what is not as we write it. */
export function toMark(value: unknown): IssueMark | undefined {
  const mark = v.safeParse(WireMark, value);
  return mark.success ? mark.output : undefined;
}

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/
const WireLink = v.object({
  globalId: Maybe(v.string()),
  relationship: Maybe(v.string()),
  object: v.object({
    url: v.string(),
    title: v.string(),
    summary: Maybe(v.string()),
    status: Maybe(v.object({ resolved: Maybe(v.boolean()) })),
  }),
});
export const WireLinks = v.array(WireLink);

export function toLink({ globalId, relationship, object }: v.InferOutput<typeof WireLink>): IssueLink {
  return {
    id: globalId ?? '',
    url: object.url,
    title: object.title,
    summary: object.summary ?? undefined,
    isResolved: object.status?.resolved === true,
    relationship: relationship ?? '',
  };
}

export const WireCreated = v.object({ id: Id, key: v.string() });
export const WireComment = v.object({ id: Id });
const WireRead = v.object({ id: Id, body: v.optional(v.unknown()) });
export const WireComments = v.object({ comments: v.array(WireRead) });

/** A comment's text is a document on Cloud and wiki markup elsewhere; addresses stand in both as they are. */
export function toPosted({ id, body }: v.InferOutput<typeof WireRead>): PostedComment {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return { id, addresses: [...new Set(text.match(/https:\/\/[^\s"'|<>\]\\]+/g))] };
}
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
export const WireRights = v.object({
  permissions: v.record(v.string(), v.object({ name: Maybe(v.string()), havePermission: v.boolean() })),
});
