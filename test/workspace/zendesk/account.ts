import type { TicketField } from '../world/account.ts';
import type { World } from '../world/world.ts';
import { pageOf } from './paging.ts';
import { listOf, ok, type Request, type Route } from './route.ts';
import { wireStatus } from './wireStatus.ts';
import { iso } from './wireTicket.ts';

// What an account is set up with: fields, statuses, languages, dynamic content.
export const accountRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/ticket_fields', limit: { name: 'ticketFields' }, answer: fields },
  { method: 'GET', path: '/api/v2/custom_statuses', answer: statuses },
  { method: 'GET', path: '/api/v2/locales', answer: locales },
  { method: 'GET', path: '/api/v2/dynamic_content/items', answer: dynamicContent },
];

// Without page parameters all fields are answered at once, by position.
function fields(request: Request) {
  const { world, query } = request;
  const rows = [...world.ticketFields.values()].sort((a, b) => a.position - b.position);
  const isPaged = query.has('page[size]') || query.has('page[after]') || query.has('page[before]');
  const page = isPaged
    ? pageOf(request, { rows, keyOf: ({ id }) => String(id) })
    : { rows, paging: { count: rows.length, next_page: null, previous_page: null } };
  return ok({ ticket_fields: page.rows.map((field) => wireField(world, field)), ...page.paging });
}

function wireField(world: World, field: TicketField) {
  const since = iso(field.createdAt);
  return {
    id: field.id,
    url: `https://${world.settings.subdomain}.zendesk.com/api/v2/ticket_fields/${field.id}.json`,
    type: field.type,
    title: field.title,
    raw_title: field.title,
    description: field.description,
    raw_description: field.description,
    position: field.position,
    active: field.active,
    required: false,
    collapsed_for_agents: false,
    regexp_for_validation: null,
    title_in_portal: field.title,
    raw_title_in_portal: field.title,
    visible_in_portal: false,
    editable_in_portal: false,
    required_in_portal: false,
    agent_can_edit: true,
    tag: null,
    removable: field.identifier !== undefined,
    agent_description: null,
    created_at: since,
    updated_at: since,
    ...(field.type === 'tagger'
      ? {
          custom_field_options: field.options.map(({ id, name, value }) => ({
            id,
            name,
            raw_name: name,
            value,
            default: false,
          })),
        }
      : {}),
    ...(field.type === 'status' ? { sub_type_id: 1 } : {}),
  };
}

function statuses({ world, query }: Request) {
  const categories = listOf(query.get('status_categories'));
  const wants = (name: string, value: boolean) => !query.has(name) || (query.get(name) === 'true') === value;
  const found = [...world.customStatuses.values()].filter(
    ({ category, active, isDefault }) =>
      (categories.length === 0 || categories.includes(category)) &&
      wants('active', active) &&
      wants('default', isDefault),
  );
  return ok({ custom_statuses: found.map(wireStatus) });
}

const SINCE = '2021-05-03T09:00:00Z';

function locales({ world }: Request) {
  const { subdomain } = world.settings;
  const rows = [...world.locales.values()].map(({ id, locale, name }) => {
    const url = `https://${subdomain}.zendesk.com/api/v2/locales/${locale}.json`;
    return { id, url, locale, name, created_at: SINCE, updated_at: SINCE };
  });
  return ok({ locales: rows, count: rows.length, next_page: null, previous_page: null });
}

function dynamicContent(request: Request) {
  const { world } = request;
  const rows = [...world.dynamicContent.values()];
  const page = pageOf(request, { rows, keyOf: ({ id }) => String(id) });
  const url = (path: string) =>
    `https://${world.settings.subdomain}.zendesk.com/api/v2/dynamic_content/items/${path}.json`;
  const items = page.rows.map((item) => ({
    id: item.id,
    url: url(String(item.id)),
    name: item.name,
    placeholder: item.placeholder,
    default_locale_id: item.defaultLocaleId,
    outdated: false,
    created_at: SINCE,
    updated_at: SINCE,
    variants: item.variants.map(({ id, localeId, content, isDefault }) => ({
      id,
      url: url(`${item.id}/variants/${id}`),
      content,
      locale_id: localeId,
      outdated: false,
      active: true,
      default: isDefault,
      created_at: SINCE,
      updated_at: SINCE,
    })),
  }));
  return ok({ items, ...page.paging });
}
