import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import type { FieldIds, FieldKey } from '../../src/domain/fields.ts';
import { FIELD_KEYS } from '../../src/domain/fields.ts';
import { appClock } from '../actions/appClock.ts';
import { type OpenOptions, openClient } from '../workspace/client.ts';
import type { Recorder } from '../workspace/record.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { type SmallOutageOptions, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';

export interface Wanted extends Partial<OpenOptions> {
  outage?: SmallOutageOptions;
  /** Whose screen it is; Mara's unless said. */
  by?: 'mara' | 'tom' | 'ines';
  traffic?: Recorder;
}

/** A small outage, and the first of its reports open before an agent with the app beside it. Time is virtual. */
export function openTicket({ outage = {}, by = 'mara', traffic, ...options }: Wanted = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  if (traffic) world.traffic = traffic;
  const seed = smallOutage(world, outage);
  const ticketId = options.ticketId ?? seed.reports[0]!.id;
  const opened = openClient(world, { agent: seed[by].id, ...options, ticketId });
  const clock = appClock(time);
  return {
    ...seed,
    world,
    time,
    clock,
    session: opened.session,
    // The SDK has no types of its own: the app names the part it uses, the workspace the whole.
    client: opened.client as unknown as ZafClient,
    ticketId,
    fieldIds: fieldIdsOf(world),
  };
}

function fieldIdsOf(world: World): FieldIds {
  return Object.fromEntries(
    FIELD_KEYS.map((key: FieldKey) => [key, world.fieldId(key)]),
  ) as unknown as FieldIds;
}
