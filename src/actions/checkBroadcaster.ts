import { type BroadcastRefusal, findGroup, refusalByRights } from '../domain/broadcaster.ts';
import type { Agent, BroadcastPorts } from '../ports.ts';

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings'>;

/**
 * Why this agent may not post updates and tell them to everyone; `undefined` when they may, as far as can be known
 * beforehand. Throws a `ServiceError` when it can't be found out: then nobody posts.
 */
export async function checkBroadcaster(ports: Needs): Promise<BroadcastRefusal | undefined> {
  return (await identifyBroadcaster(ports)).refusal;
}

/** The agent at the screen, and why they may not tell everyone, if so. Asks Zendesk no more than it takes to decide. */
export async function identifyBroadcaster({
  tickets,
  batches,
  settings,
}: Needs): Promise<{ readonly me: Agent; readonly refusal?: BroadcastRefusal | undefined }> {
  const me = await tickets.me();
  const byRights = refusalByRights(me, undefined);
  if (byRights) return { me, refusal: byRights };
  const role = me.roleId === undefined ? undefined : await batches.role(me.roleId);
  const refusal = refusalByRights(me, role) ?? (await refusalByGroup(batches, settings.broadcastGroup));
  return { me, refusal };
}

async function refusalByGroup(
  batches: Needs['batches'],
  wanted: string,
): Promise<BroadcastRefusal | undefined> {
  if (!wanted || findGroup(wanted, await batches.myGroups())) return undefined;
  const group = findGroup(wanted, await batches.groups());
  return group ? { because: 'not in group', group: group.name } : { because: 'no such group', group: wanted };
}
