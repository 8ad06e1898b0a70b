import { badRequest } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { pageOf } from './paging.ts';
import { includes, listOf, ok, type Request, type Route } from './route.ts';
import { wireGroup, wireOrganization, wireRole, wireUser } from './wirePerson.ts';
import { iso } from './wireTicket.ts';

// https://developer.zendesk.com/api-reference/ticketing/users/users/, …/organizations/organizations/, …/groups/groups/
export const peopleRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/users/me', answer: me },
  { method: 'GET', path: '/api/v2/users/show_many', answer: showUsers },
  { method: 'GET', path: '/api/v2/organizations/show_many', answer: showOrganizations },
  { method: 'GET', path: '/api/v2/groups', answer: groups },
  { method: 'GET', path: '/api/v2/custom_roles', answer: roles },
  { method: 'GET', path: '/api/v2/group_memberships', answer: memberships },
];

const MOST_SHOWN = 100;

function me({ world, agent }: Request) {
  return ok({ user: { ...wireUser(world, agent), authenticity_token: `token-of-${agent.id}` } });
}

function showUsers(request: Request) {
  const { world } = request;
  const users = shown(request, world.users);
  const groups = includes(request, 'groups') ? { groups: allGroups(world) } : {};
  const ids = [...new Set(users.map(({ organizationId }) => organizationId))];
  const organizations = ids.flatMap((id) => (id === null ? [] : (world.organizations.get(id) ?? [])));
  const beside = includes(request, 'organizations')
    ? { organizations: organizations.map((each) => wireOrganization(world, each)) }
    : {};
  return ok({ users: users.map((user) => wireUser(world, user)), ...beside, ...groups, ...single(users) });
}

function showOrganizations(request: Request) {
  const found = shown(request, request.world.organizations);
  return ok({ organizations: found.map((each) => wireOrganization(request.world, each)), ...single(found) });
}

function shown<T>(request: Request, all: ReadonlyMap<number, T>): T[] {
  const ids = listOf(request.query.get('ids'));
  if (ids.length > MOST_SHOWN) throw badRequest(`At most ${MOST_SHOWN} ids can be shown at once`);
  return ids.flatMap((id) => all.get(Number(id)) ?? []);
}

const single = (rows: unknown[]) => ({ count: rows.length, next_page: null, previous_page: null });

const allGroups = (world: World) => [...world.groups.values()].map((group) => wireGroup(world, group));

// Without cursor, says the page.
function roles({ world }: Request) {
  const rows = [...world.customRoles.values()].map((role) => wireRole(world, role));
  return ok({ custom_roles: rows, count: rows.length, next_page: null, previous_page: null });
}

function groups(request: Request) {
  const rows = [...request.world.groups.values()];
  const page = pageOf(request, { rows, keyOf: ({ id }) => String(id) });
  return ok({ groups: page.rows.map((group) => wireGroup(request.world, group)), ...page.paging });
}

function memberships(request: Request) {
  const { world } = request;
  const rows = [...world.users.values()].flatMap((user) =>
    user.groupIds.map((groupId, index) => ({
      // A membership has no life of its own here: its id says whose it is.
      id: user.id * 10 + index,
      url: `https://${world.settings.subdomain}.zendesk.com/api/v2/group_memberships/${user.id * 10 + index}.json`,
      user_id: user.id,
      group_id: groupId,
      default: index === 0,
      created_at: iso(user.createdAt),
      updated_at: iso(user.createdAt),
    })),
  );
  const page = pageOf(request, { rows, keyOf: ({ id }) => String(id) });
  return ok({ group_memberships: page.rows, ...page.paging });
}
