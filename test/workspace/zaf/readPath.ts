import { HostError } from './announce.ts';
import type { FormProperty } from './form.ts';
import { toPlainText } from './richText.ts';
import type { Session } from './session.ts';
import type { Person, ShownComment } from './snapshot.ts';
import { toZone } from './timeZone.ts';

/** `client.get`. https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/ */
export function readPath(session: Session, path: string): unknown {
  const custom = /^ticket\.customField:custom_field_(\d+)$/.exec(path);
  if (custom) return readField(session, Number(custom[1]));
  if (path.startsWith('requirement:')) return readRequirement(session, path.slice('requirement:'.length));
  if (path.startsWith('instances.')) return readInstance(session, path.slice('instances.'.length));
  // Its change is an event, but it cannot be read.
  if (path === 'ticket.problem_id' || path === 'ticket.problemId') throw unknown();
  let found: unknown = roots(session);
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) throw unknown();
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}

const unknown = () => new HostError('No such Api');

function readField(session: Session, id: number) {
  if (!session.isOnForm(id))
    throw new HostError(`Could not find a ticket field custom_field_${id} on this form`);
  return session.form.value(`custom_field_${id}`);
}

function readRequirement(session: Session, key: string) {
  const id = session.surroundings.installation.requirements[key];
  if (id === undefined) throw new HostError(`Could not find a requirement with the identifier ${key}`);
  return { requirement_id: id, requirement_type: 'ticket_fields' };
}

function readInstance(session: Session, guid: string) {
  const context = session.instances.context(guid);
  if (!context) throw unknown();
  return context;
}

// Getters, so that a path costs what it names and nothing else.
function roots(session: Session) {
  const { account, agent, groups } = session.snapshot;
  return {
    ...(session.surroundings.hasNoTicket ? {} : ticketRoots(session)),
    get currentUser() {
      return {
        ...toUser(session, agent),
        groups: groups.filter((group) => agent.groupIds.includes(group.id)),
      };
    },
    get currentAccount() {
      const timeZone = toZone(account.timeZone, account.ianaTimeZone, session.surroundings.now());
      return { subdomain: account.subdomain, planName: account.planName, timeZone };
    },
    colorScheme: session.colorScheme,
    get instances() {
      const guids = [...session.instances.open.keys()];
      return Object.fromEntries(guids.map((guid) => [guid, session.instances.context(guid)]));
    },
    macros: [],
  };
}

function ticketRoots(session: Session) {
  const { composer } = session;
  return {
    get ticket() {
      return readTicket(session);
    },
    comment: { text: composer.text, type: composer.type, useRichText: !composer.isPlain, attachments: [] },
    get ticketFields() {
      return readTicketFields(session);
    },
    channel: { name: composer.channel, sessionBased: composer.isPlain, sessionActive: composer.isPlain },
    appsTray: { isVisible: true },
  };
}

function readTicket(session: Session) {
  const { ticket, brand, requester } = session.snapshot;
  const { composer, form } = session;
  const value = (property: FormProperty) => form.value(property);
  const status = value('status');
  return {
    id: ticket.id,
    isNew: false,
    subject: value('subject'),
    description: ticket.description,
    type: value('type'),
    status,
    statusCategory: status,
    priority: value('priority'),
    tags: value('tags'),
    externalId: value('externalId'),
    createdAt: new Date(ticket.createdAt).toISOString(),
    updatedAt: new Date(ticket.updatedAt).toISOString(),
    via: { channel: ticket.channel },
    form: { id: ticket.formId },
    brand,
    recipient: ticket.recipient,
    requester: toUser(session, requester),
    organization: ticket.organization,
    get assignee() {
      return readAssignee(session);
    },
    collaborators: [],
    sharedWith: [],
    viewers: [],
    postSaveAction: 'stay_on_ticket',
    get comments() {
      return session.snapshot.comments.map(toComment);
    },
    get conversation() {
      return session.snapshot.comments.map(toMessage);
    },
    comment: { text: composer.text, type: composer.type, useRichText: !composer.isPlain, attachments: [] },
    editor: { targetChannel: { name: composer.channel } },
  };
}

function readAssignee(session: Session) {
  const { assignee, groups, agent } = session.snapshot;
  const id = session.form.value('assigneeId');
  const user = [assignee, agent].find((person) => person?.id === id);
  const group = groups.find((known) => known.id === session.form.value('groupId'));
  return { user: user ? toUser(session, user) : null, group: group ?? null };
}

function readTicketFields(session: Session) {
  return session.snapshot.fields
    .filter((field) => session.isOnForm(field.id))
    .map((field) => {
      const state = session.fieldStates.get(field.id);
      return {
        name: `custom_field_${field.id}`,
        label: field.title,
        type: field.type,
        isVisible: !state?.hidden,
        isEnabled: !state?.disabled,
        optionValues: field.options.map(({ name, value }) => ({ label: name, value })),
      };
    });
}

function toUser(session: Session, person: Person) {
  const { id, name, email, role, locale, organization, tags } = person;
  const timeZone = toZone(person.timeZone, person.ianaTimeZone, session.surroundings.now());
  const organizations = organization ? [organization] : [];
  return {
    id,
    name,
    email,
    role,
    locale,
    timeZone,
    organizations,
    tags,
    externalId: null,
    avatarUrl: null,
    alias: '',
  };
}

const toComment = (comment: ShownComment) => ({
  id: comment.id,
  author: { id: comment.author.id, name: comment.author.name, role: comment.author.role, avatar: null },
  value: comment.html ?? comment.body,
  via: { channel: comment.channel },
  public: comment.public,
  imageAttachments: [],
  nonImageAttachments: [],
});

const toMessage = (comment: ShownComment) => ({
  author: { id: comment.author.id, avatar: null, name: comment.author.name, role: comment.author.role },
  attachments: [],
  channel: { name: comment.public ? comment.channel : 'internal' },
  timestamp: new Date(comment.at).toISOString(),
  message: {
    content: comment.html ?? comment.body,
    contentType: comment.html && toPlainText(comment.html) !== comment.html ? 'text/html' : 'text/plain',
  },
});
