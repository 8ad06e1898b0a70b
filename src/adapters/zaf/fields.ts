import * as v from 'valibot';
import {
  FIELD_KEYS,
  FIELD_TITLES,
  type FieldIds,
  type FieldKey,
  fieldIdsFromSetting,
} from '../../domain/fields.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import type { ZafAnswer, ZafClient } from './client.ts';
import { send } from './send.ts';

/** What to `get` for the ids of the fields that the installation made. */
export const REQUIREMENT_PATHS = FIELD_KEYS.map((key) => `requirement:${key}`);

/**
 * Field ids: from the installation's requirements, else (an app served by zcli has none) from the setting, else from the
 * field with our title. Throws `no fields` with the titles that nobody has.
 */
export async function findFields(...where: Where): Promise<FieldIds> {
  const ids = await lookFor(...where);
  const lacking = missing(ids);
  if (lacking.length === 0) return ids as FieldIds;
  throw new ServiceError('Zendesk', 'no fields', {
    detail: lacking.map((key) => FIELD_TITLES[key]).join(', '),
  });
}

/** The fields that would not be found. */
export async function lackingFields(...where: Where): Promise<FieldKey[]> {
  return missing(await lookFor(...where));
}

type Where = [client: ZafClient, clock: Clock, requirements: ZafAnswer, setting: string];

async function lookFor(...[client, clock, requirements, setting]: Where) {
  const ids: Partial<Record<FieldKey, number>> = fieldIdsFromSetting(setting);
  for (const key of FIELD_KEYS) {
    const id = (requirements[`requirement:${key}`] as { requirement_id?: unknown } | null)?.requirement_id;
    if (Number.isInteger(Number(id)) && Number(id) > 0) ids[key] = Number(id);
  }
  if (missing(ids).length > 0) {
    for (const [key, id] of await fieldsByTitle(client, clock)) ids[key] ??= id;
  }
  return ids;
}

function missing(ids: Partial<Record<FieldKey, number>>): FieldKey[] {
  return FIELD_KEYS.filter((key) => ids[key] === undefined);
}

const WireFields = v.object({
  ticket_fields: v.array(
    v.object({ id: v.number(), title: v.string(), active: v.optional(v.boolean(), true) }),
  ),
});

// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/#list-ticket-fields
async function fieldsByTitle(client: ZafClient, clock: Clock): Promise<[FieldKey, number][]> {
  const { body } = await send(client, clock, 'Zendesk', { url: '/api/v2/ticket_fields.json' });
  const wire = v.safeParse(WireFields, body);
  if (!wire.success) throw new ServiceError('Zendesk', 'unreadable', { detail: 'ticket_fields' });
  return wire.output.ticket_fields.flatMap(({ id, title, active }) => {
    const key = FIELD_KEYS.find((each) => FIELD_TITLES[each].toLowerCase() === title.trim().toLowerCase());
    return key && active ? [[key, id] as [FieldKey, number]] : [];
  });
}
