import { addTicket } from './addTicket.ts';
import { createChanges } from './changes.ts';
import type { Clock } from './clock.ts';
import { createFaults } from './createFaults.ts';
import { agentWrites, closeTicket, customerWrites, mergeTicket } from './happenings.ts';
import { createHelpCenter } from './helpCenter.ts';
import { createJira } from './jira/createJira.ts';
import { DEFAULT_JIRA_SETTINGS, type JiraSettings } from './jira/settings.ts';
import { createPendo } from './pendo.ts';
import { createRateLimiter } from './rateLimiter.ts';
import { DEFAULT_SETTINGS, type WorldSettings } from './settings.ts';
import { createSlack } from './slack.ts';
import { createStatuspage } from './statuspage.ts';
import { virtualClock } from './virtualClock.ts';
import type { World } from './world.ts';

export interface WorldOptions {
  seed?: number;
  /** A virtual clock unless given. */
  clock?: Clock;
  settings?: Partial<Omit<WorldSettings, 'jira'>> & { jira?: Partial<JiraSettings> };
}

// Ids of one kind are given out in order, far from those of another, so that none is mistaken for another in a test.
const FIRST_IDS = { ticket: 1, user: 500_001, event: 80_000_001, other: 360_001 };

/** A world in which nothing is there yet: the seeds fill it. */
export function createWorld({ seed = 1, clock = virtualClock(), settings = {} }: WorldOptions = {}): World {
  const random = randomFrom(seed);
  const next = { ...FIRST_IDS };
  const world: World = {
    clock,
    random,
    nextId: (kind) => next[kind]++,
    faults: createFaults(random),
    settings: { ...DEFAULT_SETTINGS, ...settings, jira: { ...DEFAULT_JIRA_SETTINGS, ...settings.jira } },
    limiter: createRateLimiter(clock),
    changes: createChanges(),
    tickets: new Map(),
    users: new Map(),
    organizations: new Map(),
    groups: new Map(),
    customRoles: new Map(),
    macros: new Map(),
    ticketFields: new Map(),
    brands: new Map(),
    customStatuses: new Map(),
    locales: new Map(),
    dynamicContent: new Map(),
    jobs: new Map(),
    incidents: new Map(),
    problems: new Set(),
    idempotent: new Map(),
    helpCenter: createHelpCenter(clock),
    pendo: createPendo(clock),
    slack: createSlack(clock),
    statuspage: createStatuspage(),
    jiraLinks: new Map(),
    jira: createJira(() => world),
    down: new Set(),

    ticket: (id) => known(world.tickets, id, 'ticket'),
    user: (id) => known(world.users, id, 'user'),
    issue: (idOrKey) => world.jira.issue(idOrKey),
    fieldId: (identifier) => fieldId(world, identifier),
    valueOf: (ticketId, identifier) => world.ticket(ticketId).values.fields.get(fieldId(world, identifier)),
    incidentsOf: (problemId) => (world.incidents.get(problemId) ?? []).map((id) => world.ticket(id)),

    addUser(user) {
      const id = user.id ?? world.nextId('user');
      const complete = { ...NEW_USER, email: `user${id}@example.com`, createdAt: clock.now(), ...user, id };
      world.users.set(id, complete);
      return complete;
    },
    addOrganization(organization) {
      const id = organization.id ?? world.nextId('other');
      const complete = {
        domainNames: [],
        tags: [],
        details: null,
        createdAt: clock.now(),
        ...organization,
        id,
      };
      world.organizations.set(id, complete);
      return complete;
    },
    giveRole(agentId, role) {
      const id = role.id ?? world.nextId('other');
      const complete = {
        description: '',
        roleType: 0,
        configuration: {},
        createdAt: clock.now(),
        ...role,
        id,
      };
      world.customRoles.set(id, complete);
      known(world.users, agentId, 'user').customRoleId = id;
      return complete;
    },
    addMacro(macro) {
      const id = macro.id ?? world.nextId('other');
      const now = clock.now();
      const position = world.macros.size + 1;
      const complete = { ...NEW_MACRO, position, createdAt: now, updatedAt: now, ...macro, id };
      world.macros.set(id, complete);
      return complete;
    },
    addTicket(ticket) {
      next.ticket = Math.max(next.ticket, (ticket.id ?? 0) + 1);
      return addTicket(world, ticket);
    },
    customerWrites: (id, text) => customerWrites(world, id, text),
    agentWrites: (id, agentId, text, options) => agentWrites(world, id, agentId, text, options),
    closeTicket: (id) => closeTicket(world, id),
    mergeTicket: (from, into, agentId) => mergeTicket(world, from, into, agentId),
    takeDown: (host) => world.down.add(host),
    bringBack: (host) => world.down.delete(host),
  };
  return world;
}

const NEW_USER = {
  role: 'end-user',
  locale: 'en-US',
  timeZone: 'UTC',
  ianaTimeZone: 'Etc/UTC',
  organizationId: null,
  onlyPrivateComments: false,
  ticketRestriction: null,
  customRoleId: null,
  suspended: false,
  groupIds: [] as number[],
  tags: [] as string[],
  phone: null,
} as const;

const NEW_MACRO = { description: null, active: true, actions: [], restriction: null };

function fieldId(world: World, identifier: string): number {
  for (const field of world.ticketFields.values()) if (field.identifier === identifier) return field.id;
  throw new Error(`The world has no ticket field "${identifier}".`);
}

function known<T>(map: Map<number, T>, id: number, what: string): T {
  const found = map.get(id);
  if (!found) throw new Error(`The world has no ${what} ${id}.`);
  return found;
}

// Mulberry32: small, quick and good enough to choose faults with.
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
