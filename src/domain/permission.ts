import { type BroadcastRefusal, findGroup, type Group } from './broadcaster.ts';
import type { Settings } from './settings.ts';

/** What an admin may leave to a group of agents. Declaring stands for itself; the others come on top of telling everyone. */
export type Deed = 'declare' | 'post' | 'resolve' | 'review';

type GroupSettings = Pick<Settings, `${'broadcast' | 'declare' | 'resolve' | 'review'}Group`>;

/** A group that somebody has to be in, and the setting that says so. */
export interface Demand {
  readonly setting: 'broadcast_group' | `${Exclude<Deed, 'post'>}_group`;
  readonly group: string;
}

/**
 * The groups that this takes, one after the other; none where every agent may. What has no group of its own takes that of
 * telling everyone. *Resolved* and the RCA are told to everyone, so they take both.
 */
export function demandsOf(
  deed: Deed,
  { broadcastGroup, declareGroup, resolveGroup, reviewGroup }: GroupSettings,
): Demand[] {
  const telling: Demand = { setting: 'broadcast_group', group: broadcastGroup };
  const own: Record<Deed, readonly Demand[]> = {
    declare: [declareGroup ? { setting: 'declare_group', group: declareGroup } : telling],
    post: [telling],
    resolve: [telling, { setting: 'resolve_group', group: resolveGroup }],
    review: [telling, { setting: 'review_group', group: reviewGroup }],
  };
  return own[deed].filter(({ group }) => group !== '');
}

/** The first demand that an agent of these groups does not meet. */
export function unmetBy(mine: readonly Group[], demands: readonly Demand[]): Demand | undefined {
  return demands.find(({ group }) => !findGroup(group, mine));
}

/** What to say of it: whom to ask, or that nobody can be in a group that `all` groups of the account do not have. */
export function refusalBy({ setting, group }: Demand, all: readonly Group[]): BroadcastRefusal {
  const found = findGroup(group, all);
  const of = setting !== 'broadcast_group' && { setting };
  return found
    ? { because: 'not in group', group: found.name, ...of }
    : { because: 'no such group', group, ...of };
}
