import type { TicketValues } from './ticket.ts';
import type { World } from './world.ts';

/** Keeps `world.incidents` and `world.problems` in step with a ticket's values. */
export function linkIncident(
  world: World,
  id: number,
  before: TicketValues | undefined,
  after: TicketValues,
) {
  if (after.type === 'problem') world.problems.add(id);
  else if (before?.type === 'problem') world.problems.delete(id);
  const from = before?.problemId ?? null;
  if (from === after.problemId) return;
  if (from !== null) {
    const siblings = world.incidents.get(from) ?? [];
    const place = placeOf(siblings, id);
    if (siblings[place] === id) siblings.splice(place, 1);
  }
  if (after.problemId === null) return;
  const siblings = world.incidents.get(after.problemId);
  if (!siblings) world.incidents.set(after.problemId, [id]);
  else siblings.splice(placeOf(siblings, id), 0, id);
}

/** Where an id is in an ascending list, or would be. */
export function placeOf(ids: readonly number[], id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
