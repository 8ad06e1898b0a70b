import type { Group, Organization, User } from '../world/person.ts';
import { Refusal } from '../world/refusal.ts';
import type { Ticket, TicketValues } from '../world/ticket.ts';
import type { World } from '../world/world.ts';

export type Found = { id: number; createdAt: number; updatedAt: number } & (
  | { kind: 'ticket'; ticket: Ticket; values: TicketValues }
  | { kind: 'user'; user: User }
  | { kind: 'organization'; organization: Organization }
  | { kind: 'group'; group: Group }
);

interface Term {
  not: boolean;
  /** Empty for a word that may be anywhere. */
  name: string;
  operator: ':' | '<' | '>' | '<=' | '>=';
  value: string;
}

/**
 * What the index finds: the words and the most used of Zendesk's keywords. It answers what was true when the index last
 * looked. https://support.zendesk.com/hc/en-us/articles/4408886879258
 */
export function searchWorld(world: World, agent: User, query: string): Found[] {
  const terms = parse(query);
  const type = terms.find(({ name }) => name === 'type')?.value;
  const rest = terms.filter(({ name }) => name !== 'type' && name !== 'order_by' && name !== 'sort');
  const found: Found[] = [];
  if (!type || type === 'ticket') found.push(...tickets(world, agent, rest));
  if (!type || type === 'user')
    for (const user of world.users.values())
      if (isNamed(rest, [user.name, user.email])) found.push({ kind: 'user', user, ...timesOf(user) });
  if (!type || type === 'organization')
    for (const organization of world.organizations.values())
      if (isNamed(rest, [organization.name]))
        found.push({ kind: 'organization', organization, ...timesOf(organization) });
  if (!type || type === 'group')
    for (const group of world.groups.values())
      if (isNamed(rest, [group.name])) found.push({ kind: 'group', group, ...timesOf(group) });
  return found;
}

const timesOf = ({ id, createdAt }: { id: number; createdAt: number }) => ({
  id,
  createdAt,
  updatedAt: createdAt,
});

function parse(query: string): Term[] {
  const pattern = /(-?)(?:([a-z_0-9]+)(:|<=|>=|<|>))?(?:"([^"]*)"|(\S+))/gi;
  return [...query.matchAll(pattern)].map(([, minus, name = '', operator = ':', quoted, plain]) => ({
    not: minus === '-',
    name: name.toLowerCase(),
    operator: operator as Term['operator'],
    value: (quoted ?? plain ?? '').toLowerCase(),
  }));
}

function isNamed(terms: Term[], texts: string[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return terms.every(({ name, value, not }) => {
    if (name !== '' && name !== 'name' && name !== 'email') return false;
    return all.includes(value.replace(/\*$/, '')) !== not;
  });
}

function tickets(world: World, agent: User, terms: Term[]): Found[] {
  const now = world.clock.now();
  const found: Found[] = [];
  for (const ticket of world.tickets.values()) {
    const values = indexedValues(ticket, now);
    if (!values || !terms.every((term) => holds(world, agent, ticket, values, term) !== term.not)) continue;
    found.push({
      kind: 'ticket',
      ticket,
      values,
      id: ticket.id,
      createdAt: ticket.createdAt,
      updatedAt: ticket.updatedAt,
    });
  }
  return found.sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
}

// The first earlier state whose time has not run out is what the index still knows.
function indexedValues(ticket: Ticket, now: number): TicketValues | null {
  const past = ticket.indexed.find(({ until }) => until > now);
  return past ? past.values : ticket.values;
}

const ORDER = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

function holds(world: World, agent: User, ticket: Ticket, values: TicketValues, term: Term): boolean {
  const { name, value, operator } = term;
  const field = /^custom_field_(\d+)$/.exec(name);
  if (field) return same(values.fields.get(Number(field[1])), value);
  switch (name) {
    case '':
      return wordsOf(ticket, values).includes(value.replace(/\*$/, ''));
    case 'subject':
      return values.subject.toLowerCase().includes(value.replace(/\*$/, ''));
    case 'description':
      return ticket.description.toLowerCase().includes(value);
    case 'status':
      return ranked(ORDER, values.status, operator, value);
    case 'priority':
      return values.priority === null
        ? value === 'none'
        : ranked(PRIORITIES, values.priority, operator, value);
    case 'ticket_type':
      return values.type === null ? value === 'none' : values.type === value;
    case 'tags':
      return value === 'none' ? values.tags.length === 0 : values.tags.includes(value);
    case 'fieldvalue':
      return [...values.fields.values()].some((each) => same(each, value));
    case 'external_id':
      return same(values.externalId, value);
    case 'via':
      return ticket.channel === value;
    case 'requester':
      return isPerson(world.users.get(values.requesterId), agent, value);
    case 'assignee':
      return values.assigneeId === null
        ? value === 'none'
        : isPerson(world.users.get(values.assigneeId), agent, value);
    case 'group':
      return values.groupId === null ? value === 'none' : sameName(world.groups.get(values.groupId), value);
    case 'organization':
      return values.organizationId === null
        ? value === 'none'
        : sameName(world.organizations.get(values.organizationId), value);
    case 'created':
      return compared(ticket.createdAt, operator, value, world.clock.now());
    case 'updated':
      return compared(ticket.updatedAt, operator, value, world.clock.now());
  }
  throw new Refusal(422, 'InvalidSearch', `The workspace's search does not know "${name}"`);
}

const wordsOf = (ticket: Ticket, values: TicketValues) =>
  `${values.subject}\n${ticket.comments.map(({ body }) => body).join('\n')}`.toLowerCase();

const same = (a: unknown, b: string) => a !== null && a !== undefined && String(a).toLowerCase() === b;

const sameName = (named: { id: number; name: string } | undefined, value: string) =>
  named !== undefined && (named.name.toLowerCase() === value || String(named.id) === value);

const isPerson = (user: User | undefined, agent: User, value: string) =>
  user !== undefined &&
  (String(user.id) === value ||
    user.email.toLowerCase() === value ||
    user.name.toLowerCase() === value ||
    (value === 'me' && user.id === agent.id));

function ranked(order: string[], has: string, operator: Term['operator'], value: string): boolean {
  return operator === ':' ? has === value : byOperator(order.indexOf(has) - order.indexOf(value), operator);
}

// An ISO date or time, or so long ago: `created>2hours`.
function compared(time: number, operator: Term['operator'], value: string, now: number): boolean {
  const ago = /^(\d+)(minute|hour|day|week)s?$/.exec(value);
  const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };
  const than = ago ? now - Number(ago[1]) * units[ago[2] as keyof typeof units] : Date.parse(value);
  if (operator !== ':') return byOperator(time - than, operator);
  return new Date(time).toISOString().startsWith(value.slice(0, 10));
}

function byOperator(difference: number, operator: Term['operator']): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '>') return difference > 0;
  if (operator === '<=') return difference <= 0;
  return difference >= 0;
}
