import { textOfHtml } from './commentText.ts';
import { linkIncident } from './incidentIndex.ts';
import { differences, keepUpdate } from './keepUpdate.ts';
import { defaultCustomStatus, withTagsAndFields } from './planValues.ts';
import type { NewTicket, PastUpdate } from './story.ts';
import { type Audit, type Comment, Ticket, type TicketValues } from './ticket.ts';
import type { World } from './world.ts';

const MESSAGING = new Set(['native_messaging', 'whatsapp', 'facebook', 'instagram_dm', 'line']);

/** Puts a ticket into the world with all that has happened to it. Rules are not asked: this is the past. */
export function addTicket(world: World, story: NewTicket): Ticket {
  const requester = world.user(story.requesterId);
  const at = wholeSeconds(story.at ?? world.clock.now());
  const channel = story.channel ?? 'email';
  const status = story.status ?? (story.assigneeId ? 'open' : 'new');
  const values: TicketValues = {
    subject: story.subject,
    type: story.type ?? null,
    priority: story.priority ?? null,
    status,
    customStatusId: defaultCustomStatus(world, status),
    requesterId: requester.id,
    assigneeId: story.assigneeId ?? null,
    groupId: story.groupId ?? null,
    organizationId: requester.organizationId,
    problemId: story.problemId ?? null,
    externalId: story.externalId ?? null,
    dueAt: null,
    tags: story.tags ?? [],
    fields: NO_FIELDS,
  };
  if (story.fields) withTagsAndFields(world, values, { fields: byId(world, story.fields) });
  const text = story.html === undefined ? (story.text ?? story.subject) : textOfHtml(story.html);
  const ticket = new Ticket({
    id: story.id ?? world.nextId('ticket'),
    values,
    description: text,
    submitterId: requester.id,
    brandId: world.brands.keys().next().value ?? 0,
    formId: FORM,
    recipient: null,
    channel,
    fromMessagingChannel: MESSAGING.has(channel),
    isPublic: story.public ?? true,
    createdAt: at,
  });
  if (story.jiraIssueIds) ticket.jiraIssueIds = [...story.jiraIssueIds];
  begin(world, ticket, text, story, requester.id, at);
  world.tickets.set(ticket.id, ticket);
  linkIncident(world, ticket.id, undefined, values);
  for (const update of story.later ?? []) addPast(world, ticket, update);
  return ticket;
}

export const FORM = 360_900;

const NO_FIELDS: TicketValues['fields'] = new Map();

function begin(world: World, ticket: Ticket, text: string, story: NewTicket, authorId: number, at: number) {
  const audit: Audit = {
    id: world.nextId('event'),
    ticketId: ticket.id,
    authorId,
    at,
    channel: ticket.channel,
    changes: [],
    created: true,
    ...(story.custom ? { custom: story.custom } : {}),
  };
  const comment: Comment = {
    id: world.nextId('event'),
    auditId: audit.id,
    authorId,
    public: ticket.isPublic,
    body: text,
    channel: ticket.channel,
    at,
    ...(story.html === undefined ? {} : { html: story.html }),
  };
  audit.comment = comment;
  ticket.audits.push(audit);
  ticket.comments.push(comment);
}

function addPast(world: World, ticket: Ticket, update: PastUpdate) {
  const values = { ...ticket.values };
  if (update.status !== undefined) {
    values.status = update.status;
    values.customStatusId = defaultCustomStatus(world, update.status);
  }
  if (update.type !== undefined) values.type = update.type;
  if (update.priority !== undefined) values.priority = update.priority;
  if (update.problemId !== undefined) values.problemId = update.problemId;
  if (update.assigneeId !== undefined) values.assigneeId = update.assigneeId;
  if (update.groupId !== undefined) values.groupId = update.groupId;
  if (update.tags || update.fields)
    withTagsAndFields(world, values, {
      ...(update.tags ? { tags: update.tags } : {}),
      ...(update.fields ? { fields: byId(world, update.fields) } : {}),
    });
  const actor = world.user(update.by ?? ticket.requesterId);
  const body = update.html === undefined ? update.text : textOfHtml(update.html);
  keepUpdate(world, ticket, values, {
    actor,
    at: update.at,
    channel: update.channel ?? (actor.role === 'end-user' ? ticket.channel : 'web'),
    changes: differences(ticket.values, values),
    custom: update.custom,
    written:
      body === undefined
        ? undefined
        : {
            body,
            public: update.public ?? true,
            authorId: actor.id,
            ...(update.html === undefined ? {} : { html: update.html }),
          },
  });
  ticket.indexed = []; // the past has long been indexed
}

function byId(world: World, fields: NonNullable<PastUpdate['fields']>) {
  return Object.entries(fields).map(([name, value]) => ({
    id: /^\d+$/.test(name) ? Number(name) : world.fieldId(name),
    value,
  }));
}

const wholeSeconds = (ms: number) => Math.floor(ms / 1000) * 1000;
