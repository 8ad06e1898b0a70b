import type { Method } from '../world/call.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

interface Pattern {
  route: Route;
  segments: string[];
  literals: number;
}

// By method and number of segments; of several that fit, the one with the most words of its own:
// tickets/show_many before tickets/{ticket_id}.
const patterns = new Map<string, Pattern[]>();
for (const route of routes) {
  const segments = route.path.split('/');
  const literals = segments.filter((segment) => !segment.startsWith('{')).length;
  const key = keyOf(route.method, segments);
  patterns.set(
    key,
    [...(patterns.get(key) ?? []), { route, segments, literals }].sort((a, b) => b.literals - a.literals),
  );
}

/** The route for a path (without `.json`), with the values in it. */
export function findRoute(
  method: Method,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  const given = path.split('/');
  for (const { route, segments } of patterns.get(keyOf(method, given)) ?? []) {
    const params = paramsOf(segments, given);
    if (params) return { route, params };
  }
  return undefined;
}

function paramsOf(segments: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}

function keyOf(method: Method, segments: readonly string[]): string {
  return `${method} ${segments.length}`;
}
