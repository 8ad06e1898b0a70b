import type { User } from './person.ts';
import type { Limit } from './settings.ts';
import type { World } from './world.ts';

/**
 * Counts one update of a ticket. Answers the seconds to wait when it is one too many.
 * https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
export function ticketLimit(world: World, agent: User, ticketId: number): number | undefined {
  const { limits } = world.settings;
  if (!limits) return undefined;
  return (
    exceeded(world, `ticket ${ticketId} by ${agent.id}`, limits.oneTicket) ??
    exceeded(world, 'ticket updates', limits.ticketUpdates)
  );
}

/** Counts one call against a limit; answers the seconds to wait when it is one too many. */
export function exceeded(world: World, key: string, limit: Limit | false): number | undefined {
  if (!limit || world.limiter.take(key, limit)) return undefined;
  return world.limiter.read(key, limit).resets;
}
