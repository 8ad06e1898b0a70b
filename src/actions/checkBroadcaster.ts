import { type BroadcastRefusal, findGroup, refusalByRights } from '../domain/broadcaster.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { Agent } from '../ports.ts';

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings'>;

/**
 * Why this agent may not post updates and tell them to everyone; `undefined` when they may, as far as can be known
 * beforehand. Throws a `ServiceError` when it can't be found out: then nobody posts.
 */
export async function checkBroadcaster(ports: Needs): Promise<BroadcastRefusal | undefined> {
  return (await identifyBroadcaster(ports)).refusal;
}

type Answer = <T>(ask: () => Promise<T>) => Promise<T>;

/**
 * The agent at the screen, and why they may not tell everyone, if so. Asks Zendesk no more than it takes to decide;
 * every request goes through `answer`.
 */
export async function identifyBroadcaster(
  { tickets, batches, settings }: Needs,
  answer: Answer = (ask) => ask(),
): Promise<{ readonly me: Agent; readonly refusal?: BroadcastRefusal | undefined }> {
  const me = await answer(() => tickets.me());
  const byRights = refusalByRights(me, undefined);
  if (byRights) return { me, refusal: byRights };
  const { roleId } = me;
  const role = roleId === undefined ? undefined : await answer(() => batches.role(roleId));
  const refusal =
    refusalByRights(me, role) ?? (await refusalByGroup(batches, settings.broadcastGroup, answer));
  return { me, refusal };
}

async function refusalByGroup(
  batches: Needs['batches'],
  wanted: string,
  answer: Answer,
): Promise<BroadcastRefusal | undefined> {
  if (!wanted || findGroup(wanted, await answer(() => batches.myGroups()))) return undefined;
  const group = findGroup(wanted, await answer(() => batches.groups()));
  return group ? { because: 'not in group', group: group.name } : { because: 'no such group', group: wanted };
}
