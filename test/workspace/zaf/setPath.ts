import type { FieldValue } from '../world/ticket.ts';
import { HostError } from './announce.ts';
import type { FormProperty } from './form.ts';
import type { Session } from './session.ts';

/** `client.set`: changes the open form only; it is saved when the agent submits. */
export function setPath(session: Session, path: string, value: unknown): void {
  const custom = /^ticket\.customField:custom_field_(\d+)$/.exec(path);
  if (custom) setField(session, Number(custom[1]), value);
  else if (path === 'comment.text') session.composer.write(asText(path, value));
  else if (path === 'comment.type') session.composer.setType(value);
  else if (path === 'ticket.assignee') setAssignee(session, value);
  else setProperty(session, path, value);
}

const SETTABLE: Record<string, FormProperty> = {
  'ticket.subject': 'subject',
  'ticket.type': 'type',
  'ticket.priority': 'priority',
  'ticket.status': 'status',
  'ticket.tags': 'tags',
  'ticket.externalId': 'externalId',
};

const ALLOWED: Partial<Record<FormProperty, readonly unknown[]>> = {
  type: ['problem', 'incident', 'question', 'task', null],
  priority: ['low', 'normal', 'high', 'urgent', null],
  // It takes the category. Closed is no status an agent can choose.
  status: ['new', 'open', 'pending', 'hold', 'solved'],
};

function setProperty(session: Session, path: string, value: unknown) {
  const property = SETTABLE[path];
  if (!property) throw new HostError('No such Api');
  const allowed = ALLOWED[property];
  if (allowed && !allowed.includes(value))
    throw new HostError(
      `${path} cannot be ${JSON.stringify(value)}; it is one of ${JSON.stringify(allowed)}`,
    );
  session.form.edit(property, value as FieldValue);
}

function setField(session: Session, id: number, value: unknown) {
  if (!session.isOnForm(id))
    throw new HostError(`Could not find a ticket field custom_field_${id} on this form`);
  const field = session.snapshot.fields.find((known) => known.id === id);
  const options = field?.options.map((option) => option.value);
  if (field?.type === 'tagger' && value && !options?.includes(String(value)))
    throw new HostError(`custom_field_${id} has no option ${JSON.stringify(value)}`);
  session.form.edit(`custom_field_${id}`, value as FieldValue);
}

function setAssignee(session: Session, value: unknown) {
  const { userId, groupId } = (value ?? {}) as { userId?: number; groupId?: number };
  if (userId !== undefined) session.form.edit('assigneeId', userId);
  if (groupId !== undefined) session.form.edit('groupId', groupId);
}

function asText(path: string, value: unknown): string {
  if (typeof value !== 'string') throw new HostError(`${path} takes text`);
  return value;
}
