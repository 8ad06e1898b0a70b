import * as v from 'valibot';
import type { Group, Right, Role } from '../../domain/broadcaster.ts';
import type { BatchDesk } from '../../ports/batches.ts';
import { ServiceError } from '../../ports.ts';
import type { ZafClient } from '../zaf/client.ts';
import { type Ask, Meta, pages } from './pages.ts';
import { read } from './wire.ts';

/** The agents' groups and roles. */
export function createTeam(
  client: ZafClient,
  ask: Ask,
): Pick<BatchDesk, 'myGroups' | 'groups' | 'role' | 'accountZone'> {
  return {
    // https://developer.zendesk.com/api-reference/apps/apps-support-api/all_locations/#currentusergroups
    async myGroups() {
      const seen = await client.get([MINE]).catch((cause: unknown) => {
        throw new ServiceError('Zendesk', 'unreadable', { detail: MINE, cause });
      });
      return read(v.array(WireGroup), seen[MINE], MINE).map(toGroup);
    },
    // https://developer.zendesk.com/api-reference/apps/apps-support-api/all_locations/#currentaccount
    async accountZone() {
      const seen = await client.get([ACCOUNT]).catch(() => ({}) as Record<string, unknown>);
      const found = v.safeParse(WireAccount, seen[ACCOUNT]);
      return found.success ? found.output.timeZone.ianaName : undefined;
    },
    // https://developer.zendesk.com/api-reference/ticketing/groups/groups/#list-groups
    async groups() {
      const found: Group[] = [];
      for await (const page of pages(ask, Groups, '/api/v2/groups.json?page[size]=100')) {
        found.push(...page.groups.filter(({ deleted }) => !deleted).map(toGroup));
      }
      return found;
    },
    // Agents may list roles; to read one alone takes the right to manage them. Plans without custom roles may refuse.
    // https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/
    async role(id) {
      try {
        const { custom_roles } = await ask(Roles, { url: '/api/v2/custom_roles.json' });
        const role = custom_roles.find((each) => each.id === id);
        return role && toRole(role);
      } catch (error) {
        const isUntold =
          error instanceof ServiceError && (error.trouble === 'forbidden' || error.trouble === 'missing');
        if (isUntold) return undefined;
        throw error;
      }
    },
  };
}

const MINE = 'currentUser.groups';
// Zendesk's interface and its API may differ in whether an id is a number.
const WireGroup = v.object({
  id: v.pipe(v.union([v.number(), v.string()]), v.transform(Number)),
  name: v.string(),
  deleted: v.optional(v.boolean(), false),
});
const toGroup = ({ id, name }: v.InferOutput<typeof WireGroup>): Group => ({ id, name });
const Groups = v.object({
  groups: v.array(WireGroup),
  meta: v.optional(Meta()),
});

// Every member of a configuration is optional, and what is not as documented counts as not told.
const Configuration = v.looseObject({
  ticket_access: v.fallback(v.optional(v.string()), undefined),
  ticket_comment_access: v.fallback(v.optional(v.string()), undefined),
  ticket_editing: v.fallback(v.optional(v.boolean()), undefined),
  // On no page of Zendesk's; heeded where an account tells it.
  ticket_bulk_edit: v.fallback(v.optional(v.boolean()), undefined),
});
const WireRole = v.object({ id: v.number(), name: v.string(), configuration: v.optional(Configuration, {}) });
const Roles = v.object({ custom_roles: v.array(WireRole) });

// Not `within-groups-and-public-groups`: it keeps back the tickets of private groups alone, which are then counted.
const NARROW = ['assigned-only', 'within-groups', 'within-organization'];

function toRole({ name, configuration }: v.InferOutput<typeof WireRole>): Role {
  const { ticket_access, ticket_comment_access, ticket_editing, ticket_bulk_edit } = configuration;
  const lacks: (Right | false)[] = [
    ticket_editing === false && 'edit tickets',
    ticket_bulk_edit === false && 'edit in bulk',
    ticket_comment_access === 'none' && 'answer in public',
    ticket_access !== undefined && NARROW.includes(ticket_access) && 'see all tickets',
  ];
  return { name, lacks: lacks.filter((each) => each !== false) };
}

const ACCOUNT = 'currentAccount';
const WireAccount = v.object({ timeZone: v.object({ ianaName: v.string() }) });
