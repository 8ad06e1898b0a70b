import type { FieldValue } from '../world/ticket.ts';
import type { FormProperty } from '../zaf/form.ts';
import type { Session } from '../zaf/session.ts';
import type { CustomField } from '../zaf/snapshot.ts';
import { avatar } from './avatar.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';
import type { Page } from './page.ts';
import { capitalized } from './words.ts';

type Option = [value: string, label: string];

/** The left column: who asked, who answers, and the form. */
export function drawProperties(page: Page, session: Session): HTMLElement {
  const element = h('form', { class: 'properties', onsubmit: (event: Event) => event.preventDefault() });
  const draw = () => {
    // What the agent is typing in is not drawn again.
    if (element.contains(document.activeElement) && document.activeElement?.matches('input, textarea'))
      return;
    const { requester } = session.snapshot;
    const custom = session.snapshot.fields.filter(
      ({ id }) => session.isOnForm(id) && !session.fieldStates.get(id)?.hidden,
    );
    element.replaceChildren(
      labelled('Requester', person(requester.name, requester.email, 'customer')),
      labelled('Assignee', choice(session, 'assigneeId', 'ticket-assignee', assignees(page), Number)),
      labelled('Tags', tags(session)),
      h(
        'div',
        { class: 'pair' },
        labelled('Type', choice(session, 'type', 'ticket-type', words(TYPES))),
        labelled('Priority', choice(session, 'priority', 'ticket-priority', words(PRIORITIES))),
      ),
      ...problem(page, session),
      ...custom.map((field) => labelled(field.title, customField(session, field))),
    );
  };
  draw();
  element.addEventListener('focusout', () => queueMicrotask(draw));
  session.watch((event) => /^(snapshot|ticket\.|ticketFields)/.test(event) && draw());
  return element;
}

const TYPES = ['question', 'incident', 'problem', 'task'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const words = (values: readonly string[]): Option[] => values.map((value) => [value, capitalized(value)]);
const assignees = (page: Page): Option[] =>
  page.start.agents.filter((one) => !one.onlyPrivateComments).map(({ id, name }) => [String(id), name]);

function labelled(title: string, control: Node) {
  return h('label', { class: 'field' }, h('span', { class: 'label' }, title), control);
}

function person(name: string, email: string, kind: 'customer' | 'agent') {
  return h('span', { class: 'person', title: email }, avatar(name, kind), h('span', {}, name));
}

function choice(
  session: Session,
  property: FormProperty,
  testId: string,
  options: readonly Option[],
  read: (text: string) => FieldValue = String,
) {
  const current = String(session.form.value(property) ?? '');
  const select = h(
    'select',
    {
      testId,
      class: session.form.isEdited(property) ? 'edited' : null,
      onchange: () => session.form.edit(property, select.value ? read(select.value) : null),
    },
    h('option', { value: '' }, '–'),
    ...options.map(([value, label]) => h('option', { value, selected: value === current }, label)),
  );
  return select;
}

function customField(session: Session, field: CustomField) {
  const property = `custom_field_${field.id}` as const;
  const testId = `field-${field.requirement ?? field.id}`;
  if (field.options.length)
    return choice(
      session,
      property,
      testId,
      field.options.map(({ name, value }): Option => [value, name]),
    );
  const value = session.form.value(property);
  const control = h(field.type === 'textarea' ? 'textarea' : 'input', {
    testId,
    class: session.form.isEdited(property) ? 'edited' : null,
    disabled: session.fieldStates.get(field.id)?.disabled ?? false,
    rows: '2',
    oninput: () => session.form.edit(property, control.value || null),
  });
  control.value = value === null ? '' : String(value);
  return control;
}

function tags(session: Session) {
  const list = (session.form.value('tags') ?? []) as readonly string[];
  const input = h('input', {
    testId: 'ticket-tags',
    class: session.form.isEdited('tags') ? 'edited' : null,
    onchange: () => session.form.edit('tags', input.value.split(/\s+/).filter(Boolean)),
  });
  input.value = list.join(' ');
  return input;
}

function problem(page: Page, session: Session) {
  const linked = session.snapshot.problem;
  if (!linked) return [];
  const field = h(
    'div',
    { class: 'field', testId: 'linked-problem' },
    h('span', { class: 'label' }, 'Linked problem'),
    h(
      'a',
      { class: 'linked', href: page.href(`tickets/${linked.id}`) },
      icon('link'),
      `#${linked.id} ${linked.subject}`,
    ),
  );
  return [field];
}
