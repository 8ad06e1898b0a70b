import * as v from 'valibot';
import type { Group } from '../../domain/broadcaster.ts';
import { ServiceError } from '../../ports.ts';
import type { ZafClient } from './client.ts';

const ID = 'currentUser.id';
const GROUPS = 'currentUser.groups';

// Zendesk's interface and its API may differ in whether an id is a number.
const Id = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());
const Groups = v.fallback(v.array(v.object({ id: Id, name: v.string() })), []);

/**
 * The agent at the screen, as Zendesk's interface knows them; asks no server.
 * https://developer.zendesk.com/api-reference/apps/apps-support-api/all_locations/#current-user
 */
export async function readMyself(
  client: ZafClient,
): Promise<{ readonly id: number; readonly groups: readonly Group[] }> {
  const seen = await client.get([ID, GROUPS]).catch((cause: unknown) => {
    throw new ServiceError('Zendesk', 'unreadable', { detail: ID, cause });
  });
  const id = v.safeParse(Id, seen[ID]);
  if (!id.success) throw new ServiceError('Zendesk', 'unreadable', { detail: ID });
  return { id: id.output, groups: v.parse(Groups, seen[GROUPS] ?? []) };
}
