import type { Method } from './world/call.ts';

interface Named {
  method: Method;
  path: string;
}

interface Pattern<R> {
  route: R;
  segments: string[];
  literals: number;
}

export interface Found<R> {
  route: R;
  /** The values in the path, by name. */
  params: Record<string, string>;
}

/**
 * Finds the route for a path by method and number of segments; of several that fit, the one with the most words of its
 * own: tickets/show_many before tickets/{ticket_id}.
 */
export function createRouter<R extends Named>(routes: readonly R[]) {
  const patterns = new Map<string, Pattern<R>[]>();
  for (const route of routes) {
    const segments = route.path.split('/');
    const literals = segments.filter((segment) => !segment.startsWith('{')).length;
    const key = keyOf(route.method, segments);
    const all = [...(patterns.get(key) ?? []), { route, segments, literals }];
    patterns.set(
      key,
      all.sort((a, b) => b.literals - a.literals),
    );
  }
  return (method: Method, path: string): Found<R> | undefined => {
    const given = path.split('/');
    for (const { route, segments } of patterns.get(keyOf(method, given)) ?? []) {
      const params = paramsOf(segments, given);
      if (params) return { route, params };
    }
    return undefined;
  };
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

const keyOf = (method: Method, segments: readonly string[]) => `${method} ${segments.length}`;
