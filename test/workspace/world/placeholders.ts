import type { User } from './person.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

/**
 * What `{{ticket.…}}` stands for in a comment by an agent; undefined is stripped out. Case-sensitive.
 * https://support.zendesk.com/hc/en-us/articles/4408886858138
 */
export function placeholderValue(
  world: World,
  ticket: Ticket,
  actor: User,
  name: string,
): string | undefined {
  const field = /^ticket\.ticket_field_(\d+)$/.exec(name);
  if (field) return textOf(ticket.values.fields.get(Number(field[1])));
  if (name.startsWith('dc.'))
    return world.settings.dynamicContentInComments ? dynamic(world, name) : undefined;
  const known = PLACEHOLDERS[name];
  return known && textOf(known(world, ticket, actor));
}

type Lookup = (world: World, ticket: Ticket, actor: User) => unknown;

const requester: Lookup = (world, ticket) => world.users.get(ticket.requesterId)?.name;
const requesterFirst: Lookup = (world, ticket) => firstName(world.users.get(ticket.requesterId)?.name);

const PLACEHOLDERS: Record<string, Lookup> = {
  'ticket.id': (_, ticket) => ticket.id,
  'ticket.title': (_, ticket) => ticket.subject,
  'ticket.description': (_, ticket) => ticket.description,
  'ticket.status': (_, ticket) => capital(ticket.status),
  'ticket.priority': (_, ticket) => ticket.priority && capital(ticket.priority),
  'ticket.ticket_type': (_, ticket) => ticket.type && capital(ticket.type),
  'ticket.url': (world, ticket) => `${world.settings.subdomain}.zendesk.com/agent/tickets/${ticket.id}`,
  'ticket.link': (world, ticket) =>
    `https://${world.settings.subdomain}.zendesk.com/hc/requests/${ticket.id}`,
  'ticket.requester.name': requester,
  'ticket.requester.first_name': requesterFirst,
  'ticket.requester.email': (world, ticket) => world.users.get(ticket.requesterId)?.email,
  'ticket.assignee.name': (world, ticket) => world.users.get(ticket.assigneeId ?? 0)?.name,
  'ticket.assignee.first_name': (world, ticket) => firstName(world.users.get(ticket.assigneeId ?? 0)?.name),
  'ticket.organization.name': (world, ticket) =>
    world.organizations.get(ticket.values.organizationId ?? 0)?.name,
  'ticket.brand.name': (world, ticket) => world.brands.get(ticket.brandId)?.name,
  'ticket.account': (world) => [...world.brands.values()][0]?.name,
  'current_user.name': (_, __, actor) => actor.name,
  'current_user.first_name': (_, __, actor) => firstName(actor.name),
  'current_user.email': (_, __, actor) => actor.email,
};

function dynamic(world: World, name: string): string | undefined {
  for (const item of world.dynamicContent.values())
    if (item.placeholder === `{{${name}}}`)
      return item.variants.find((variant) => variant.isDefault)?.content;
  return undefined;
}

const textOf = (value: unknown) => (value === undefined || value === null ? undefined : String(value));
const firstName = (name: string | undefined) => name?.split(' ')[0];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
