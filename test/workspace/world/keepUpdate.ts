import { linkIncident } from './incidentIndex.ts';
import type { User } from './person.ts';
import type { Audit, Comment, FieldChange, Ticket, TicketValues } from './ticket.ts';
import type { World } from './world.ts';

/** A comment as it will be kept. */
export interface Written {
  body: string;
  html?: string;
  public: boolean;
  authorId: number;
}

interface Happened {
  actor: User;
  at: number;
  channel: string;
  changes: FieldChange[];
  custom: Record<string, unknown> | undefined;
  written: Written | undefined;
}

/** Writes a decided update down: values, audit, comment, index of incidents, what search still answers. */
export function keepUpdate(world: World, ticket: Ticket, values: TicketValues, happened: Happened): Audit {
  const { actor, channel, changes, custom, written } = happened;
  const at = Math.floor(happened.at / 1000) * 1000;
  const audit: Audit = {
    id: world.nextId('event'),
    ticketId: ticket.id,
    authorId: actor.id,
    at,
    channel,
    changes,
    created: false,
    ...(custom ? { custom } : {}),
  };
  if (written) audit.comment = addComment(world, ticket, audit, written);
  const { searchLag } = world.settings;
  if (searchLag > 0) {
    const now = world.clock.now();
    if (ticket.indexed.length > 0) ticket.indexed = ticket.indexed.filter(({ until }) => until > now);
    ticket.indexed.push({ until: now + searchLag, values: ticket.values });
  }
  linkIncident(world, ticket.id, ticket.values, values);
  ticket.values = values;
  ticket.audits.push(audit);
  ticket.updatedAt = at;
  world.changes.emit({ kind: 'updated', ticketId: ticket.id, agentId: actor.id });
  return audit;
}

function addComment(world: World, ticket: Ticket, audit: Audit, written: Written): Comment {
  const comment = {
    id: world.nextId('event'),
    auditId: audit.id,
    channel: audit.channel,
    at: audit.at,
    ...written,
  };
  ticket.comments.push(comment);
  return comment;
}

const FIELDS: readonly [keyof TicketValues, string][] = [
  ['subject', 'subject'],
  ['type', 'type'],
  ['priority', 'priority'],
  ['status', 'status'],
  ['customStatusId', 'custom_status_id'],
  ['requesterId', 'requester_id'],
  ['assigneeId', 'assignee_id'],
  ['groupId', 'group_id'],
  ['organizationId', 'organization_id'],
  ['problemId', 'problem_id'],
  ['externalId', 'external_id'],
  ['dueAt', 'due_at'],
];

/** What an audit says has changed. */
export function differences(before: TicketValues, after: TicketValues): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [key, field] of FIELDS)
    if (before[key] !== after[key]) changes.push({ field, before: before[key], after: after[key] });
  if (before.tags !== after.tags && !sameTags(before.tags, after.tags))
    changes.push({ field: 'tags', before: before.tags, after: after.tags });
  if (before.fields !== after.fields) {
    for (const [id, value] of after.fields)
      if (before.fields.get(id) !== value)
        changes.push({ field: String(id), before: before.fields.get(id) ?? null, after: value });
    for (const [id, value] of before.fields)
      if (!after.fields.has(id)) changes.push({ field: String(id), before: value, after: null });
  }
  return changes;
}

const sameTags = (a: readonly string[], b: readonly string[]) => {
  if (a.length !== b.length) return false;
  const known = new Set(a);
  return b.every((tag) => known.has(tag));
};
