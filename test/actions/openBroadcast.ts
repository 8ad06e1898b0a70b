import type { UpdateDraft } from '../../src/domain/update.ts';
import { openAgent } from '../simulation/openAgent.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { WorldSettings } from '../workspace/world/settings.ts';
import type { Audit } from '../workspace/world/ticket.ts';

export interface Wanted extends SmallOutageOptions {
  settings?: Partial<WorldSettings>;
  /** What the admin has set for the app. */
  app?: Readonly<Record<string, unknown>>;
}

/** An outage, and agents who may tell everyone about it. Nobody was told anything yet; update 1 is posted. */
export function openBroadcast({ settings = {}, app = {}, ...outage }: Wanted = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time, settings });
  const seed = smallOutage(world, outage);
  const at = (who: 'mara' | 'tom' | 'ines') =>
    openAgent(world, time, {
      agent: seed[who].id,
      settings: outage.issue ? { ...APP_SETTINGS, ...app } : app,
    }).ports;
  const deedsOf = (id: number) => world.ticket(id).audits.flatMap((audit) => deedOf(audit) ?? []);
  return {
    ...seed,
    world,
    time,
    at,
    ports: at('mara'),
    run: <T>(promise: Promise<T>) => time.run(promise),
    deedsOf,
    /** The numbers of the updates that this customer was told, in order. */
    heard: (id: number) => deedsOf(id).flatMap(({ did, n }) => (did === 'told' ? [n] : [])),
    draft: (different: Partial<UpdateDraft> = {}): UpdateDraft => ({
      stage: 'identified',
      symptoms: 'Donors press Give and see an error.',
      next: new Date(time.now() + 30 * 60_000).toISOString(),
      ...different,
    }),
  };
}

function deedOf({ custom }: Audit): { did: string; n?: number; [detail: string]: unknown } | undefined {
  return custom?.allclear as { did: string } | undefined;
}
