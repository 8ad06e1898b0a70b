import type { Answer, Call, Method } from '../world/call.ts';
import type { User } from '../world/person.ts';
import type { Limits } from '../world/settings.ts';
import type { World } from '../world/world.ts';

/** A request that has found its route. */
export interface Request {
  world: World;
  agent: User;
  call: Call;
  /** The values in the path, by name. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The path without its `.json`, for the links of a page. */
  path: string;
  body: unknown;
}

export interface Route {
  method: Method;
  path: string;
  /** Answers also whoever is not signed in, and other sites. */
  isPublic?: true;
  /** A limit of this route's own, beside those of the account and the app. */
  limit?: { name: keyof Limits; key?: (request: Request) => string };
  answer(request: Request): Answer;
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers,
  body,
});

/** A number in the path or the query. */
export const idParam = (request: Request, name: string): number => Number(request.params[name]);

export const listOf = (text: string | null): string[] =>
  text ? text.split(',').map((each) => each.trim()) : [];

export const includes = (request: Request, what: string): boolean =>
  listOf(request.query.get('include')).includes(what);
