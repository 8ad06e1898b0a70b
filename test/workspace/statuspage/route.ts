import type { Answer, Method } from '../world/call.ts';
import type { World } from '../world/world.ts';

export interface Request {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Route {
  readonly method: Method;
  readonly path: string;
  answer(request: Request): Answer;
}

/** What Statuspage refuses, in one of the two forms of its description. */
export class PageRefusal extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: { message: string } | { error: string | string[] }) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

export const reply = (status: number, body: unknown): Answer => ({ status, headers: {}, body });
