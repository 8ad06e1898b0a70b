import { smallOutage } from '../world/seed/build.ts';
import type { WorldSettings } from '../world/settings.ts';
import { createWorld } from '../world/world.ts';
import { askAs } from './ask.ts';

/** A ticket as the API answers it, as far as tests look at it. */
export interface WireTicket {
  id: number;
  updated_at: string;
  [name: string]: unknown;
}

/** An account with an outage, and Tom asking its API. */
export function openAccount(reports = 3, settings: Partial<WorldSettings> = {}) {
  const world = createWorld({ settings });
  const outage = smallOutage(world, { reports });
  return { world, ...outage, ...askAs(world, outage.tom.id), report: outage.reports[0]! };
}
