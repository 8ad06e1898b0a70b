import * as v from 'valibot';
import type { Audit } from '../../domain/audit.ts';
import { FIELD_KEYS, type FieldIds } from '../../domain/fields.ts';
import { WireAudit } from './wire.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/#json-format
export const Audits = v.object({
  audits: v.array(WireAudit),
  meta: v.optional(v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string())) })),
});

export function toAudit(wire: v.InferOutput<typeof WireAudit>, ids: FieldIds, isFirst: boolean): Audit {
  const changes = ([...FIELD_KEYS, 'status'] as const).flatMap((key) => {
    const field = key === 'status' ? key : String(ids[key]);
    const event = wire.events.find(({ field_name }) => field_name === field);
    return event ? [[key, typeof event.value === 'string' ? event.value : '']] : [];
  });
  const note = wire.metadata?.custom?.allclear;
  return {
    at: wire.created_at,
    authorId: wire.author_id,
    ...(note !== undefined && note !== null && { note }),
    changes: Object.fromEntries(changes),
    isFirst,
  };
}
