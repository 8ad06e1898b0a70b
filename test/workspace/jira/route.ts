import type { Answer, Call, Method } from '../world/call.ts';
import type { JiraAccount, JiraIssue, JiraProject, Permission } from '../world/jira/model.ts';
import type { World } from '../world/world.ts';
import { forbidden, JiraRefusal, noIssue, unauthenticated } from './refusal.ts';

/** A request that has found its route and its account. */
export interface JiraRequest {
  world: World;
  call: Call;
  /** Nobody, where the site lets strangers in. */
  account: JiraAccount | undefined;
  version: 2 | 3;
  isCloud: boolean;
  /** `https://…/rest/api/3`, for the addresses in answers. */
  base: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
}

export interface JiraRoute {
  method: Method;
  /** Below `/rest/api/{2|3}`. */
  path: string;
  /** The classic scope that a scoped token needs. */
  scope: 'read:jira-work' | 'write:jira-work' | 'read:jira-user';
  on?: 'cloud' | 'data center';
  answer(request: JiraRequest): Answer;
}

export const reply = (status: number, body?: unknown): Answer => ({ status, headers: {}, body });
export const ok = (body: unknown): Answer => reply(200, body);

export function may({ account }: JiraRequest, permission: Permission, project: JiraProject): boolean {
  const own = account?.permissionsIn.get(project.key) ?? account?.permissions;
  return own?.has(permission) ?? false;
}

/** The issue in the path, if the account may see it. */
export function issueOf(request: JiraRequest): JiraIssue {
  const issue = request.world.jira.find(request.params.issueIdOrKey ?? '');
  if (!issue || !may(request, 'BROWSE_PROJECTS', issue.values.project)) throw noIssue();
  return issue;
}

/** Refuses whoever lacks the right, in words of the vendor's own where they are known. */
export function demand(
  request: JiraRequest,
  permission: Permission,
  project: JiraProject,
  why?: string,
): void {
  if (!request.account) throw unauthenticated();
  if (!may(request, permission, project))
    throw forbidden(why ?? `You do not have the permission "${permission}" in this project.`);
}

/** The project in the path or the query, if the account may see it. */
export function projectOf(request: JiraRequest, idOrKey: string | null | undefined): JiraProject {
  const wanted = idOrKey ?? '';
  const found = [...request.world.jira.projects.values()].find(
    ({ id, key }) => id === wanted || key === wanted.toUpperCase(),
  );
  if (!found || !may(request, 'BROWSE_PROJECTS', found))
    throw new JiraRefusal(404, `No project could be found with key '${wanted}'.`);
  return found;
}

export type JsonObject = Record<string, unknown>;
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body, which has to be an object. */
export function bodyOf({ body }: JiraRequest): JsonObject {
  if (!isObject(body))
    throw new JiraRefusal(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
  return body;
}

export const listOf = (query: URLSearchParams, name: string): string[] =>
  query.getAll(name).flatMap((text) => text.split(',').filter(Boolean));

/** `startAt` and `maxResults` on a list. */
export function pageOf<T>({ query }: JiraRequest, rows: readonly T[], size: number, most = size) {
  const startAt = Math.max(0, Number(query.get('startAt') ?? 0) || 0);
  const wanted = Number(query.get('maxResults') ?? size);
  if (wanted > most) throw new JiraRefusal(400, `The value of maxResults must not be greater than ${most}.`);
  const maxResults = Math.max(0, wanted);
  const shown = rows.slice(startAt, startAt + maxResults);
  return {
    rows: shown,
    startAt,
    maxResults,
    total: rows.length,
    isLast: startAt + shown.length >= rows.length,
  };
}
