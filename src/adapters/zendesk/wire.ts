import * as v from 'valibot';
import { FIELD_KEYS, type FieldIds } from '../../domain/fields.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Note, PublicComment } from '../../ports.ts';
import { readFrom } from '../read.ts';

/** `readFrom` for Zendesk's answers. */
export function read<Schema extends v.GenericSchema>(schema: Schema, wire: unknown, what: string) {
  return readFrom('Zendesk', schema, wire, what);
}

const Maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#json-format
export const WireTicket = v.object({
  id: v.number(),
  subject: Maybe(v.string()),
  raw_subject: Maybe(v.string()),
  description: Maybe(v.string()),
  status: v.picklist(['new', 'open', 'pending', 'hold', 'solved', 'closed']),
  type: Maybe(v.picklist(['problem', 'incident', 'question', 'task'])),
  priority: Maybe(v.picklist(['low', 'normal', 'high', 'urgent'])),
  problem_id: Maybe(v.number()),
  requester_id: Maybe(v.number()),
  assignee_id: Maybe(v.number()),
  brand_id: Maybe(v.number()),
  organization_id: Maybe(v.number()),
  tags: v.optional(v.array(v.string()), []),
  via: v.optional(v.object({ channel: Maybe(v.union([v.string(), v.number()])) })),
  from_messaging_channel: v.optional(v.boolean(), false),
  created_at: v.string(),
  updated_at: v.string(),
  custom_fields: v.optional(v.array(v.object({ id: v.number(), value: v.unknown() })), []),
  incident_count: Maybe(v.number()),
  followup_ids: Maybe(v.array(v.number())),
});

export function toTicket(wire: v.InferOutput<typeof WireTicket>, ids: FieldIds): Ticket {
  const values = new Map(wire.custom_fields.map(({ id, value }) => [id, value]));
  const fields = FIELD_KEYS.flatMap((key) => {
    const value = values.get(ids[key]);
    return typeof value === 'string' && value !== '' ? [[key, value]] : [];
  });
  return {
    id: wire.id,
    subject: wire.subject ?? wire.raw_subject ?? '',
    description: wire.description ?? '',
    status: wire.status,
    type: wire.type ?? undefined,
    priority: wire.priority ?? undefined,
    problemId: wire.problem_id ?? undefined,
    requesterId: wire.requester_id ?? undefined,
    assigneeId: wire.assignee_id ?? undefined,
    brandId: wire.brand_id ?? undefined,
    organizationId: wire.organization_id ?? undefined,
    tags: wire.tags,
    channel: String(wire.via?.channel ?? ''),
    isMessaging: wire.from_messaging_channel,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    fields: Object.fromEntries(fields),
    linked: wire.incident_count ?? undefined,
    ...(wire.followup_ids?.length && { followUps: wire.followup_ids }),
  };
}

const NoteBody = v.looseObject({ did: v.string() });

// What an update carries in `metadata` comes back in its audit as `metadata.custom`.
// https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets/#setting-metadata
export const WireAudit = v.object({
  created_at: v.string(),
  author_id: v.number(),
  metadata: Maybe(v.looseObject({ custom: Maybe(v.looseObject({ allclear: v.optional(v.unknown()) })) })),
  events: v.optional(
    v.array(v.looseObject({ field_name: Maybe(v.string()), value: v.optional(v.unknown()) })),
    [],
  ),
});

/** Our note in an audit; `undefined` for everybody else's audits and for a note that is not as we write them. */
export function toNote(wire: v.InferOutput<typeof WireAudit>): Note | undefined {
  const body = v.safeParse(NoteBody, wire.metadata?.custom?.allclear);
  return body.success ? { ...body.output, at: wire.created_at, authorId: wire.author_id } : undefined;
}

/** What an audit wrote into the ledger field, if anything. */
export function toLedgerChange(wire: v.InferOutput<typeof WireAudit>, ids: FieldIds) {
  const event = wire.events.find(({ field_name }) => field_name === String(ids.allclear_told));
  return typeof event?.value === 'string'
    ? { value: event.value, at: wire.created_at, authorId: wire.author_id }
    : undefined;
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#json-format
export const WireComment = v.object({
  html_body: Maybe(v.string()),
  body: Maybe(v.string()),
  public: v.boolean(),
  created_at: v.string(),
  author_id: v.number(),
});

export function toPublicComments(wires: readonly v.InferOutput<typeof WireComment>[]): PublicComment[] {
  return wires
    .filter((wire) => wire.public)
    .map((wire) => ({
      html: wire.html_body ?? wire.body ?? '',
      at: wire.created_at,
      authorId: wire.author_id,
    }));
}

// https://developer.zendesk.com/api-reference/ticketing/users/users/#json-format
export const WireMe = v.object({
  id: v.number(),
  name: v.string(),
  locale: v.optional(v.string(), 'en'),
  only_private_comments: v.optional(v.nullable(v.boolean())),
  ticket_restriction: Maybe(v.string()),
  custom_role_id: Maybe(v.number()),
});

// https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/#json-format
export const WireMacro = v.object({
  title: v.string(),
  active: v.optional(v.boolean(), true),
  actions: v.optional(v.array(v.object({ field: v.string(), value: v.unknown() })), []),
});

/** A macro's comment; `undefined` when it writes none. Its value is a text, or a list that ends in the text. */
export function toMacro(wire: v.InferOutput<typeof WireMacro>) {
  const actionOf = (field: string) => wire.actions.find((action) => action.field === field);
  const html = actionOf('comment_value_html');
  const value = (html ?? actionOf('comment_value'))?.value;
  const text = Array.isArray(value) ? value.at(-1) : value;
  return typeof text === 'string' ? { title: wire.title, text, isHtml: html !== undefined } : undefined;
}
