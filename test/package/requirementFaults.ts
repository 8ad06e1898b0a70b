import { readJson } from './readJson.ts';
import type { Package } from './readPackage.ts';

// https://github.com/zendesk/zendesk_apps_support, lib/zendesk_apps_support/validations/requirements.rb
const KINDS = ['automations', 'macros', 'targets', 'views', 'ticket_fields', 'triggers', 'user_fields'];
// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/
const FIELD_TYPES = [
  ...['text', 'textarea', 'checkbox', 'date', 'integer', 'decimal', 'regexp', 'multiselect', 'tagger'],
];

interface Field {
  type?: string;
  title?: string;
  custom_field_options?: { name: string; value: string }[];
}

export function requirementFaults(pack: Package): string[] {
  const requirements = readJson(pack, 'requirements.json');
  if (!requirements) return ['requirements.json is not a JSON object'];
  const faults = Object.keys(requirements)
    .filter((kind) => !KINDS.includes(kind))
    .map((kind) => `requirements: there is no ${kind}`);
  const titled = Object.values(requirements).flatMap((group) =>
    Object.entries(group as Record<string, Field>),
  );
  for (const [key, { title }] of titled) if (!title) faults.push(`requirement ${key} has no title`);

  const fields = Object.entries((requirements.ticket_fields ?? {}) as Record<string, Field>);
  for (const [key, field] of fields) {
    if (!FIELD_TYPES.includes(field.type ?? '')) faults.push(`field ${key} has no type that Zendesk knows`);
    if (field.type === 'tagger' && !field.custom_field_options?.length)
      faults.push(`field ${key} has no options`);
  }
  // A tag belongs to one option of one field in the whole account.
  const tags = fields.flatMap(([, field]) => field.custom_field_options?.map(({ value }) => value) ?? []);
  return [
    ...faults,
    ...tags.filter((tag, i) => tags.indexOf(tag) < i).map((tag) => `tag ${tag} is used twice`),
  ];
}
