import type { Fault } from '../workspace/world/faults.ts';
import type { World } from '../workspace/world/world.ts';

/** Everything that can go wrong with one call, by the name it has in a test. */
export const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['a collision in the database', { kind: 'database-conflict' }],
  ['a refusal because of an old stamp', conflict()],
  ['a 503 before it was applied', { kind: 'server-error', status: 503, applied: false }],
  ['a 502 after it was applied', { kind: 'server-error', status: 502, applied: true }],
  ['no answer, not applied', { kind: 'lost', applied: false }],
  ['no answer, though applied', { kind: 'lost', applied: true }],
  ['too many requests', { kind: 'too-many', retryAfter: 3 }],
  ['an answer after a minute', { kind: 'slow', ms: 60_000 }],
];

/** The call with this index (the next one is 0) fares like this, all others well. */
export function failCall(world: World, index: number, fault: Fault): void {
  let seen = -1;
  world.faults.script(() => {
    seen += 1;
    return seen === index;
  }, fault);
}

/** Something happens in the world at the moment when such a call leaves, the first time that one does. */
export function whenAsked(world: World, match: { method?: string; url?: string }, act: () => void): void {
  let isDone = false;
  world.faults.script(({ method, url }) => {
    const isIt = (!match.method || method === match.method) && url.includes(match.url ?? '');
    if (isIt && !isDone) {
      isDone = true;
      act();
    }
    return false;
  }, NEVER);
}

const NEVER: Fault = { kind: 'lost', applied: false };

function conflict(): Fault {
  const description = 'Safe Update prevented the update due to outdated ticket data.';
  return { kind: 'answer', status: 409, body: { error: 'UpdateConflict', description } };
}
