import type { TicketChange } from './change.ts';
import { invalid } from './refusal.ts';
import type { FieldValue, Ticket, TicketValues } from './ticket.ts';
import type { World } from './world.ts';

/** The values a ticket would have after a change, by the rules that nobody can switch off; throws a Refusal. */
export function planValues(
  world: World,
  ticket: Ticket,
  change: TicketChange,
  solverId: number,
): TicketValues {
  const old = ticket.values;
  const values: TicketValues = { ...old };
  if (change.subject !== undefined) values.subject = change.subject;
  if (change.externalId !== undefined) values.externalId = change.externalId;
  if (change.dueAt !== undefined) values.dueAt = change.dueAt;
  if (change.requesterId !== undefined)
    values.requesterId = existing(world.users, change.requesterId, 'requester');
  if (change.organizationId !== undefined)
    values.organizationId =
      change.organizationId && existing(world.organizations, change.organizationId, 'organization');
  planPeople(world, values, change);
  planType(world, ticket, values, change);
  planPriority(world, values, change);
  withTagsAndFields(world, values, change);
  planStatus(world, old, values, change, solverId);
  return values;
}

function planPeople(world: World, values: TicketValues, change: TicketChange) {
  if (change.groupId !== undefined)
    values.groupId = change.groupId && existing(world.groups, change.groupId, 'group');
  if (change.assigneeId === undefined) return;
  if (change.assigneeId !== null) {
    const assignee = world.users.get(change.assigneeId);
    if (!assignee || assignee.role === 'end-user' || assignee.onlyPrivateComments)
      throw invalid('assignee', 'Assignee: is not an agent who can be assigned tickets');
    if (values.groupId === null || !assignee.groupIds.includes(values.groupId))
      values.groupId = assignee.groupIds[0] ?? values.groupId;
  }
  values.assigneeId = change.assigneeId;
}

// problem_id lives on tickets of type incident only.
function planType(world: World, ticket: Ticket, values: TicketValues, change: TicketChange) {
  if (change.type !== undefined) values.type = change.type;
  if (values.type !== 'incident' && change.problemId === undefined) values.problemId = null;
  if (change.problemId === undefined) return;
  if (change.problemId === null) {
    values.problemId = null;
    return;
  }
  if (values.type !== 'incident')
    throw invalid('problem_id', 'Problem: can only be set on a ticket of type incident');
  if (change.problemId === ticket.id || world.tickets.get(change.problemId)?.type !== 'problem')
    throw invalid('problem_id', `Problem: ${change.problemId} is not a problem ticket`);
  values.problemId = change.problemId;
}

// https://support.zendesk.com/hc/en-us/articles/4408894213018: once set, it can be changed and not cleared.
function planPriority(world: World, values: TicketValues, change: TicketChange) {
  if (change.priority === undefined) return;
  if (change.priority === null && values.priority !== null) {
    if (world.settings.clearingPriority === 'refused') throw invalid('priority', 'Priority: cannot be blank');
    return;
  }
  values.priority = change.priority;
}

// An option of a drop-down is a tag, and its tag is the option.
export function withTagsAndFields(world: World, values: TicketValues, change: TicketChange) {
  const { tags: set, addTags, removeTags } = change;
  const touchesTags = set || addTags || removeTags;
  if (!touchesTags && !change.fields) return;
  const tags = new Set(set ?? values.tags);
  const fields = new Map(values.fields);
  for (const tag of addTags ?? []) tags.add(tag);
  for (const tag of removeTags ?? []) tags.delete(tag);
  if (touchesTags) alignFieldsWithTags(world, tags, fields);
  for (const { id, value } of change.fields ?? []) setField(world, tags, fields, id, value);
  values.tags = [...tags];
  values.fields = fields;
}

function alignFieldsWithTags(world: World, tags: Set<string>, fields: Map<number, FieldValue>) {
  for (const field of world.ticketFields.values()) {
    if (field.type !== 'tagger') continue;
    const option = field.options.findLast(({ value }) => tags.has(value));
    if (option) fields.set(field.id, option.value);
    else fields.delete(field.id);
  }
}

function setField(
  world: World,
  tags: Set<string>,
  fields: Map<number, FieldValue>,
  id: number,
  given: FieldValue,
) {
  const field = world.ticketFields.get(id);
  if (!field?.active) return; // Zendesk ignores values of fields it doesn't know.
  const value = given === '' ? null : given;
  if (field.type === 'tagger') {
    if (value !== null && !field.options.some((option) => option.value === value))
      throw invalid('base', `${field.title}: ${String(value)} is not a valid option`);
    for (const option of field.options) tags.delete(option.value);
    if (value !== null) tags.add(String(value));
  }
  if (value === null) fields.delete(id);
  else fields.set(id, value);
}

function planStatus(
  world: World,
  old: TicketValues,
  values: TicketValues,
  change: TicketChange,
  solverId: number,
) {
  const asked = change.status ?? categoryOf(world, change.customStatusId);
  if (asked === 'closed') throw invalid('status', 'Status: closed is set by Zendesk alone');
  if (asked === 'new' && old.status !== 'new')
    throw invalid('status', 'Status: a ticket cannot become new again');
  if (asked === 'hold' && !world.settings.onHold) throw invalid('status', 'Status: is invalid');
  if (asked) values.status = asked;
  if (values.status === 'new' && values.assigneeId !== null) values.status = 'open';
  if (values.status === 'solved' && old.status !== 'solved' && values.assigneeId === null) {
    if (!world.settings.assignOnSolve)
      throw invalid('assignee', 'Assignee: is required when a ticket is solved');
    planPeople(world, values, { assigneeId: solverId });
  }
  values.customStatusId =
    (change.status === undefined ? change.customStatusId : undefined) ??
    (values.status === old.status ? old.customStatusId : defaultCustomStatus(world, values.status));
}

/** The custom status that a category has unless one is named. */
export function defaultCustomStatus(world: World, status: TicketValues['status']): number {
  const category = status === 'closed' ? 'solved' : status;
  for (const each of world.customStatuses.values())
    if (each.isDefault && each.category === category) return each.id;
  return 0;
}

function categoryOf(world: World, customStatusId: number | undefined) {
  if (customStatusId === undefined) return undefined;
  const status = world.customStatuses.get(customStatusId);
  if (!status?.active) throw invalid('custom_status_id', `Ticket status: ${customStatusId} does not exist`);
  return status.category;
}

function existing(map: Map<number, unknown>, id: number, what: string): number {
  if (!map.has(id)) throw invalid(what, `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${id} is invalid`);
  return id;
}
