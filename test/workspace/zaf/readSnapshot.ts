import type { User } from '../world/person.ts';
import type { World } from '../world/world.ts';
import type { CustomField, OpenTicket, Person, ShownComment, Snapshot } from './snapshot.ts';

/** What Zendesk's interface shows `agent` of a ticket, as the world has it now. */
export function readSnapshot(world: World, ticketId: number, agent: number): Snapshot {
  const ticket = world.ticket(ticketId);
  const { values } = ticket;
  const problem = values.problemId === null ? undefined : world.tickets.get(values.problemId);
  const brand = world.brands.get(ticket.brandId);
  return {
    account: accountOf(world, brand?.name ?? world.settings.subdomain),
    agent: toPerson(world, world.user(agent)),
    groups: [...world.groups.values()].map(({ id, name }) => ({ id, name })),
    brand: brand ?? {
      id: ticket.brandId,
      name: world.settings.subdomain,
      subdomain: world.settings.subdomain,
    },
    ticket: {
      id: ticket.id,
      subject: values.subject,
      description: ticket.description,
      type: values.type,
      priority: values.priority,
      status: values.status,
      tags: values.tags,
      externalId: values.externalId,
      assigneeId: values.assigneeId,
      groupId: values.groupId,
      problemId: values.problemId,
      organization: organizationOf(world, values.organizationId),
      formId: ticket.formId,
      channel: ticket.channel,
      fromMessagingChannel: ticket.fromMessagingChannel,
      recipient: ticket.recipient,
      createdAt: ticket.createdAt,
      updatedAt: ticket.updatedAt,
      fields: Object.fromEntries(values.fields),
    },
    requester: toPerson(world, world.user(values.requesterId)),
    assignee: values.assigneeId === null ? null : toPerson(world, world.user(values.assigneeId)),
    fields: customFields(world),
    problem: problem ? { id: problem.id, subject: problem.subject } : null,
    comments: ticket.comments.map((comment): ShownComment => {
      const { id, name, role } = world.user(comment.authorId);
      const { html, body, channel, at } = comment;
      return {
        id: comment.id,
        author: { id, name, role },
        public: comment.public,
        body,
        channel,
        at,
        ...(html === undefined ? {} : { html }),
      };
    }),
  };
}

/** What Zendesk's interface has where no ticket is open, in the nav bar: everything but the ticket, which stays blank. */
export function readNoTicket(world: World, agent: number): Snapshot {
  const [brand] = world.brands.values();
  const { subdomain } = world.settings;
  const person = toPerson(world, world.user(agent));
  return {
    account: accountOf(world, brand?.name ?? subdomain),
    agent: person,
    groups: [...world.groups.values()].map(({ id, name }) => ({ id, name })),
    brand: brand ?? { id: 0, name: subdomain, subdomain },
    ticket: BLANK,
    requester: person,
    assignee: null,
    fields: customFields(world),
    problem: null,
    comments: [],
  };
}

const BLANK: OpenTicket = {
  ...{ id: 0, subject: '', description: '', type: null, priority: null, status: 'new', tags: [] },
  ...{ externalId: null, assigneeId: null, groupId: null, problemId: null, organization: null, formId: 0 },
  ...{ channel: 'web', fromMessagingChannel: false, recipient: null, createdAt: 0, updatedAt: 0, fields: {} },
};

function accountOf({ settings }: World, name: string): Snapshot['account'] {
  return {
    subdomain: settings.subdomain,
    name,
    timeZone: 'Berlin',
    ianaTimeZone: 'Europe/Berlin',
    planName: 'Suite Professional',
  };
}

const CUSTOM = new Set(['text', 'textarea', 'tagger', 'checkbox', 'date', 'integer']);

function customFields(world: World): CustomField[] {
  return [...world.ticketFields.values()]
    .filter((field) => field.active && CUSTOM.has(field.type))
    .sort((a, b) => a.position - b.position)
    .map(({ id, type, title, options, identifier }) => ({
      id,
      type,
      title,
      options: options.map(({ name, value }) => ({ name, value })),
      ...(identifier === undefined ? {} : { requirement: identifier }),
    }));
}

function toPerson(world: World, user: User): Person {
  const { id, name, email, role, locale, timeZone, ianaTimeZone, onlyPrivateComments, groupIds, tags } = user;
  const organization = organizationOf(world, user.organizationId);
  return {
    id,
    name,
    email,
    role,
    locale,
    timeZone,
    ianaTimeZone,
    onlyPrivateComments,
    groupIds,
    organization,
    tags,
  };
}

function organizationOf(world: World, id: number | null) {
  const found = id === null ? undefined : world.organizations.get(id);
  return found ? { id: found.id, name: found.name } : null;
}
