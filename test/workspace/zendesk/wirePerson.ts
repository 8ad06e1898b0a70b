import type { CustomRole } from '../world/account.ts';
import type { Group, Organization, User } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { iso } from './wireTicket.ts';

const urlOf = (world: World, path: string) =>
  `https://${world.settings.subdomain}.zendesk.com/api/v2/${path}.json`;

export function wireUser(world: World, user: User) {
  return {
    ...partialUser(world, user),
    verified: true,
    locale_id: localeId(world, user.locale),
    alias: '',
    details: '',
    notes: '',
    signature: '',
    external_id: null,
    phone: user.phone,
    photo: null,
    tags: user.tags,
    user_fields: {},
    custom_role_id: user.customRoleId,
    role_type: user.onlyPrivateComments ? 1 : user.role === 'admin' ? 4 : user.role === 'agent' ? 0 : null,
    default_group_id: user.groupIds[0] ?? null,
    moderator: user.role === 'admin',
    ticket_restriction: user.role === 'end-user' ? 'requested' : user.ticketRestriction,
    restricted_agent: user.ticketRestriction !== null || user.role === 'end-user',
    only_private_comments: user.onlyPrivateComments,
    shared: false,
    shared_agent: false,
    report_csv: user.role === 'admin',
    chat_only: false,
    last_login_at: iso(user.createdAt),
    two_factor_auth_enabled: null,
  };
}

/** What is side-loaded next to tickets: some of a user's members, not all. */
export function partialUser(world: World, user: User) {
  return {
    id: user.id,
    url: urlOf(world, `users/${user.id}`),
    name: user.name,
    email: user.email,
    role: user.role,
    active: true,
    suspended: user.suspended,
    locale: user.locale,
    time_zone: user.timeZone,
    iana_time_zone: user.ianaTimeZone,
    organization_id: user.organizationId,
    created_at: iso(user.createdAt),
    updated_at: iso(user.createdAt),
  };
}

export function wireOrganization(world: World, organization: Organization) {
  return {
    id: organization.id,
    url: urlOf(world, `organizations/${organization.id}`),
    name: organization.name,
    domain_names: organization.domainNames,
    details: organization.details,
    notes: null,
    group_id: null,
    external_id: null,
    shared_tickets: false,
    shared_comments: false,
    tags: organization.tags,
    organization_fields: {},
    created_at: iso(organization.createdAt),
    updated_at: iso(organization.createdAt),
  };
}

export function wireGroup(world: World, group: Group) {
  return {
    id: group.id,
    url: urlOf(world, `groups/${group.id}`),
    name: group.name,
    description: '',
    default: world.groups.keys().next().value === group.id,
    is_public: !group.isPrivate,
    deleted: false,
    created_at: iso(group.createdAt),
    updated_at: iso(group.createdAt),
  };
}

export function wireRole(world: World, role: CustomRole) {
  return {
    id: role.id,
    name: role.name,
    description: role.description,
    role_type: role.roleType,
    team_member_count: [...world.users.values()].filter(({ customRoleId }) => customRoleId === role.id)
      .length,
    configuration: { ...role.configuration },
    created_at: iso(role.createdAt),
    updated_at: iso(role.createdAt),
  };
}

function localeId(world: World, locale: string): number | null {
  for (const known of world.locales.values()) if (known.locale === locale) return known.id;
  return null;
}
