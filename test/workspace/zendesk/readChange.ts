import type { CommentInput, TicketChange } from '../world/change.ts';
import { badRequest, invalid } from '../world/refusal.ts';
import type { FieldValue } from '../world/ticket.ts';

const TYPES = ['problem', 'incident', 'question', 'task'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

// Members on the left are taken over as they are; the rest is read one by one. Members that Zendesk does not know are
// ignored, as it does.
const PLAIN = {
  subject: 'subject',
  external_id: 'externalId',
  due_at: 'dueAt',
  requester_id: 'requesterId',
  assignee_id: 'assigneeId',
  group_id: 'groupId',
  organization_id: 'organizationId',
  problem_id: 'problemId',
  custom_status_id: 'customStatusId',
  type: 'type',
  priority: 'priority',
  status: 'status',
} as const;

/** What the body of an update asks for. Throws a Refusal when it makes no sense. */
export function readChange(wire: unknown): TicketChange {
  if (!isObject(wire)) throw badRequest('Required parameter missing: ticket');
  const change: Record<string, unknown> = {};
  for (const [theirs, ours] of Object.entries(PLAIN))
    if (wire[theirs] !== undefined) change[ours] = wire[theirs];
  oneOf(change, 'type', TYPES);
  oneOf(change, 'priority', PRIORITIES);
  oneOf(change, 'status', STATUSES);
  if (wire.tags !== undefined) change.tags = tagsOf(wire.tags);
  if (wire.additional_tags !== undefined) change.addTags = tagsOf(wire.additional_tags);
  if (wire.remove_tags !== undefined) change.removeTags = tagsOf(wire.remove_tags);
  if (wire.custom_fields !== undefined) change.fields = fieldsOf(wire.custom_fields);
  if (wire.comment !== undefined) change.comment = readComment(wire.comment);
  // `metadata` comes back as `audit.metadata.custom`: {"metadata":{"custom":{…}}} and {"metadata":{…}} are both taken.
  if (isObject(wire.metadata))
    change.custom = isObject(wire.metadata.custom) ? wire.metadata.custom : wire.metadata;
  return change;
}

/** `body` or `html_body`; `plain_body` is dropped. */
export function readComment(wire: unknown): CommentInput {
  if (typeof wire === 'string') return { body: wire };
  if (!isObject(wire)) throw invalid('comment', 'Comment: is invalid');
  return {
    ...(typeof wire.body === 'string' ? { body: wire.body } : {}),
    ...(typeof wire.html_body === 'string' ? { html: wire.html_body } : {}),
    ...(typeof wire.public === 'boolean' ? { public: wire.public } : {}),
    ...(typeof wire.author_id === 'number' ? { authorId: wire.author_id } : {}),
  };
}

/** The stamp of a safe update in milliseconds. */
export function readStamp(wire: Record<string, unknown>): number | undefined {
  if (wire.updated_stamp === undefined) return undefined;
  const stamp = Date.parse(String(wire.updated_stamp));
  if (Number.isNaN(stamp)) throw badRequest('updated_stamp is not a time');
  return stamp;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function tagsOf(wire: unknown): string[] {
  const list = typeof wire === 'string' ? wire.split(/[\s,]+/) : Array.isArray(wire) ? wire.map(String) : [];
  return [...new Set(list.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];
}

function fieldsOf(wire: unknown) {
  const pairs: unknown[] = Array.isArray(wire)
    ? wire
    : isObject(wire)
      ? Object.entries(wire).map(([id, value]) => ({ id: Number(id), value }))
      : [];
  return pairs
    .filter(isObject)
    .map(({ id, value }) => ({ id: Number(id), value: (value ?? null) as FieldValue }));
}

function oneOf(change: Record<string, unknown>, name: string, allowed: readonly string[]) {
  const value = change[name];
  if (value === undefined || value === null) return;
  if (value === '') change[name] = null;
  else if (!allowed.includes(String(value))) throw invalid(name, `${name}: ${String(value)} is invalid`);
}
