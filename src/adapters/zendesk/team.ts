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
): Pick<BatchDesk, 'myGroups' | 'groups' | 'colleagues' | 'role' | 'accountZone'> {
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
    // https://developer.zendesk.com/api-reference/ticketing/groups/group_memberships/#list-memberships
    async colleagues(groups) {
      const ids = new Set<number>();
      let pagesLeft = MOST_PAGES;
      for await (const page of pages(ask, Memberships, '/api/v2/group_memberships.json?page[size]=100')) {
        for (const { user_id, group_id } of page.group_memberships)
          if (groups.includes(group_id)) ids.add(user_id);
        pagesLeft -= 1;
        if (pagesLeft === 0 && page.meta?.has_more) break;
      }
      const shown = [...ids].slice(0, MOST_SHOWN);
      if (shown.length === 0) return { people: [], isAll: pagesLeft > 0 };
      const { users } = await ask(Agents, { url: `/api/v2/users/show_many.json?ids=${shown.join(',')}` });
      const people = users
        .filter(
          ({ active, suspended, only_private_comments }) => active && !suspended && !only_private_comments,
        )
        .map(({ id, name }) => ({ id, name: name ?? '' }))
        .sort((a, b) => a.name.localeCompare(b.name));
      return { people, isAll: pagesLeft > 0 && ids.size <= MOST_SHOWN };
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

// A list to choose from; whoever is in a larger group can always take over by themselves.
const MOST_PAGES = 10;
const MOST_SHOWN = 100;
const Memberships = v.object({
  group_memberships: v.array(v.object({ user_id: v.number(), group_id: v.number() })),
  meta: v.optional(Meta()),
});
const Maybe = v.optional(v.nullable(v.boolean()));
const Agents = v.object({
  users: v.array(
    v.object({
      id: v.number(),
      name: v.optional(v.nullable(v.string())),
      active: v.optional(v.boolean(), true),
      suspended: Maybe,
      only_private_comments: Maybe,
    }),
  ),
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
