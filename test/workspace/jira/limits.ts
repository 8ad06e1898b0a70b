import type { Answer } from '../world/call.ts';
import type { Limit } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { type JiraRequest, type JiraRoute, reply } from './route.ts';

/** The answer to a call that comes too soon. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export function overLimit(request: JiraRequest, route: JiraRoute): Answer | undefined {
  const { world, isCloud, call } = request;
  const { limits } = world.settings.jira;
  if (!isCloud || !limits || !world.settings.limits) return undefined;
  const isQuick = call.method === 'GET' || call.method === 'POST';
  const burst = isQuick ? limits.reads : limits.writes;
  const key = `jira ${route.method} ${route.path}`;
  if (!world.limiter.take(key, burst)) return tooMany(world, 'jira-burst-based', [[key, burst]]);

  const issue = world.jira.find(request.params.issueIdOrKey ?? '');
  if (!issue || call.method === 'GET') return undefined;
  const writes = limits.issueWrites.map((limit): [string, Limit] => [
    `jira issue ${issue.id} ${limit.ms}`,
    limit,
  ]);
  const isFull = writes.some(([name, limit]) => world.limiter.read(name, limit).remaining === 0);
  if (isFull) return tooMany(world, 'jira-per-issue-on-write', writes);
  for (const [name, limit] of writes) world.limiter.take(name, limit);
  return undefined;
}

function tooMany(world: World, reason: string, limits: [string, Limit][]): Answer {
  const full = limits
    .map(([name, limit]) => world.limiter.read(name, limit))
    .filter(({ remaining }) => remaining === 0);
  const seconds = Math.max(1, ...full.map(({ resets }) => resets));
  const answer = tooManyCalls(seconds, reason);
  const reset = new Date(world.clock.now() + seconds * 1000).toISOString();
  const headers = {
    'x-ratelimit-limit': String(full[0]?.total ?? 0),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': reset,
  };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Jira's 429. */
export function tooManyCalls(retryAfter: number | undefined, reason = 'jira-burst-based'): Answer {
  const headers: Record<string, string> = { 'ratelimit-reason': reason };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  return { ...reply(429, { errorMessages: ['Rate limit exceeded.'], errors: {} }), headers };
}
