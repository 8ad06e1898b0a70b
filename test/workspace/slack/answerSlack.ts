import { type Answer, type Call, UnknownCall } from '../world/call.ts';
import type { World } from '../world/world.ts';
import { failed, methods } from './methods.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** What Slack's Web API says to a call at once: method, token, scope, limit. */
export function answerSlack(world: World, call: Call, url: URL): Answer {
  const name = url.pathname.replace(/^\/api\//, '');
  const method = methods[name];
  if (!method?.verbs.includes(call.method as 'GET'))
    throw new UnknownCall(`${call.method} ${url.pathname}: no such route in the workspace`);
  const args = call.method === 'GET' ? Object.fromEntries(url.searchParams) : argsOf(call.body);
  const answer =
    tokenTrouble(world, call) ??
    scopeTrouble(world, method.scope) ??
    overLimit(world, name, args) ??
    method.answer({ world, args });
  return { ...answer, headers: { ...JSON_TYPE, ...answer.headers } };
}

function tokenTrouble({ slack }: World, { headers }: Call): Answer | undefined {
  const token = /^Bearer\s+(\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (!token) return failed('not_authed');
  if (token !== slack.token) return failed('invalid_auth');
  return slack.tokenTrouble && failed(slack.tokenTrouble);
}

function scopeTrouble({ slack }: World, scope: string | undefined): Answer | undefined {
  if (!scope || slack.scopes.has(scope)) return undefined;
  return failed('missing_scope', { needed: scope, provided: [...slack.scopes].join(',') });
}

function overLimit(world: World, name: string, args: Record<string, unknown>): Answer | undefined {
  const method = methods[name];
  if (!method || world.settings.limits === false) return undefined;
  const key = `slack ${name} ${method.limit.of?.(args) ?? ''}`;
  if (world.limiter.take(key, method.limit)) return undefined;
  return slackTooMany(world.limiter.read(key, method.limit).resets);
}

/** https://docs.slack.dev/apis/web-api/rate-limits */
export function slackTooMany(retryAfter: number | undefined): Answer {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
}

function argsOf(body: unknown): Record<string, unknown> {
  if (typeof body === 'string') return Object.fromEntries(new URLSearchParams(body));
  return typeof body === 'object' && body ? { ...body } : {};
}
