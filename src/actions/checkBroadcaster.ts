import { type BroadcastRefusal, refusalByRights } from '../domain/broadcaster.ts';
import { type Deed, demandsOf, refusalBy, unmetBy } from '../domain/permission.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { Agent } from '../ports.ts';

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings'>;

/**
 * Why this agent may not do it, such as posting updates and telling them to everyone; `undefined` when they may, as far as
 * can be known beforehand. Throws a `ServiceError` when it can't be found out: then nobody does.
 */
export async function checkBroadcaster(
  ports: Needs,
  deed: Deed = 'post',
): Promise<BroadcastRefusal | undefined> {
  return (await identifyBroadcaster(ports, undefined, deed)).refusal;
}

type Answer = <T>(ask: () => Promise<T>) => Promise<T>;

/**
 * The agent at the screen, and why they may not do it, if so. Asks Zendesk no more than it takes to decide;
 * every request goes through `answer`.
 */
export async function identifyBroadcaster(
  { tickets, batches, settings }: Needs,
  answer: Answer = (ask) => ask(),
  deed: Deed = 'post',
): Promise<{ readonly me: Agent; readonly refusal?: BroadcastRefusal | undefined }> {
  const me = await answer(() => tickets.me());
  const byRights = refusalByRights(me, undefined);
  if (byRights) return { me, refusal: byRights };
  const { roleId } = me;
  const role = roleId === undefined ? undefined : await answer(() => batches.role(roleId));
  const refusal = refusalByRights(me, role) ?? (await refusalByGroup({ batches, settings }, deed, answer));
  return { me, refusal };
}

async function refusalByGroup(
  { batches, settings }: Pick<Needs, 'batches' | 'settings'>,
  deed: Deed,
  answer: Answer,
): Promise<BroadcastRefusal | undefined> {
  const demands = demandsOf(deed, settings);
  if (demands.length === 0) return undefined;
  const unmet = unmetBy(await answer(() => batches.myGroups()), demands);
  return unmet && refusalBy(unmet, await answer(() => batches.groups()));
}
