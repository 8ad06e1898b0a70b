import requirements from '../../../../requirements.json' with { type: 'json' };
import type { CustomStatus, TicketField } from '../account.ts';
import type { Group, User } from '../person.ts';
import type { World } from '../world.ts';
import { seedJiraSite } from './jiraSite.ts';
import { seedNotice } from './notice.ts';

/** The people and groups of Harbor Gifts. */
export interface Company {
  /** Admin, leads the response. */
  mara: User;
  /** Agent. */
  tom: User;
  /** Light agent: internal notes only. */
  ines: User;
  support: Group;
  billing: Group;
}

/** Harbor Gifts, a company for online donations: brand, languages, statuses, ticket fields, people. No tickets. */
export function seedCompany(world: World): Company {
  world.brands.set(360_001, { id: 360_001, name: 'Harbor Gifts', subdomain: world.settings.subdomain });
  for (const [id, locale, name] of LOCALES) world.locales.set(id, { id, locale, name });
  for (const status of STATUSES) world.customStatuses.set(status.id, status);
  addFields(world);
  seedJiraSite(world);
  seedNotice(world);
  const createdAt = Date.UTC(2024, 1, 1, 8);
  const support: Group = { id: 360_101, name: 'Support', createdAt };
  const billing: Group = { id: 360_102, name: 'Billing', createdAt };
  for (const group of [support, billing]) world.groups.set(group.id, group);
  return { ...addAgents(world, support, billing, createdAt), support, billing };
}

function addAgents(world: World, support: Group, billing: Group, createdAt: number) {
  const mara = world.addUser({
    id: 400_001,
    name: 'Mara Lind',
    email: 'mara@harborgifts.example',
    role: 'admin',
    locale: 'en-US',
    timeZone: 'Berlin',
    ianaTimeZone: 'Europe/Berlin',
    groupIds: [support.id, billing.id],
    createdAt,
  });
  const tom = world.addUser({
    id: 400_002,
    name: 'Tom Adeyemi',
    email: 'tom@harborgifts.example',
    role: 'agent',
    locale: 'en-GB',
    timeZone: 'London',
    ianaTimeZone: 'Europe/London',
    groupIds: [support.id],
    createdAt,
  });
  const ines = world.addUser({
    id: 400_003,
    name: 'Inés Vidal',
    email: 'ines@harborgifts.example',
    role: 'agent',
    locale: 'es',
    timeZone: 'Madrid',
    ianaTimeZone: 'Europe/Madrid',
    onlyPrivateComments: true,
    customRoleId: 360_201,
    groupIds: [support.id],
    createdAt,
  });
  world.giveRole(ines.id, {
    id: 360_201,
    name: 'Light agent',
    roleType: 1,
    configuration: { ticket_access: 'all', ticket_comment_access: 'none', light_agent: true },
    createdAt,
  });
  return { mara, tom, ines };
}

const LOCALES = [
  [1, 'en-US', 'English'],
  [1176, 'en-GB', 'English (United Kingdom)'],
  [2, 'es', 'Español'],
  [16, 'fr', 'Français'],
  [8, 'de', 'Deutsch'],
  [19, 'pt-BR', 'Português (Brasil)'],
  [66, 'ar', 'العربية'],
  [67, 'ja', '日本語'],
] as const;

const STATUSES: CustomStatus[] = [
  { id: 360_301, category: 'new', agentLabel: 'New', endUserLabel: 'Open', isDefault: true, active: true },
  { id: 360_302, category: 'open', agentLabel: 'Open', endUserLabel: 'Open', isDefault: true, active: true },
  {
    id: 360_303,
    category: 'pending',
    agentLabel: 'Pending',
    endUserLabel: 'Awaiting your reply',
    isDefault: true,
    active: true,
  },
  {
    id: 360_304,
    category: 'hold',
    agentLabel: 'On-hold',
    endUserLabel: 'Open',
    isDefault: true,
    active: true,
  },
  {
    id: 360_305,
    category: 'solved',
    agentLabel: 'Solved',
    endUserLabel: 'Solved',
    isDefault: true,
    active: true,
  },
  {
    id: 360_306,
    category: 'hold',
    agentLabel: 'Waiting on engineering',
    endUserLabel: 'In progress',
    isDefault: false,
    active: true,
  },
];

const SYSTEM_FIELDS = [
  ['subject', 'Subject'],
  ['description', 'Description'],
  ['status', 'Ticket status'],
  ['tickettype', 'Type'],
  ['priority', 'Priority'],
  ['group', 'Group'],
  ['assignee', 'Assignee'],
] as const;

// The app's own fields are those of its requirements, as Zendesk makes them when the app is installed.
function addFields(world: World) {
  const createdAt = Date.UTC(2024, 1, 1, 8);
  const add = (id: number, field: Pick<TicketField, 'type' | 'title'> & Partial<TicketField>) =>
    world.ticketFields.set(id, {
      description: field.title,
      position: world.ticketFields.size + 1,
      active: true,
      options: [],
      createdAt,
      ...field,
      id,
    });
  for (const [index, [type, title]] of SYSTEM_FIELDS.entries()) add(360_401 + index, { type, title });
  add(360_421, {
    type: 'text',
    title: 'Gift number',
    description: 'As on the receipt, for example HG-20931.',
  });
  for (const [index, [identifier, field]] of Object.entries(requirements.ticket_fields).entries())
    add(360_441 + index, {
      type: field.type as TicketField['type'],
      title: field.title,
      description: field.description,
      identifier,
      options: ('custom_field_options' in field ? field.custom_field_options : []).map((option, place) => ({
        id: 360_501 + place,
        ...option,
      })),
    });
}
