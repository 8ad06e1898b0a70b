import type { FieldValue } from '../world/ticket.ts';
import { type Announce, announceChange } from './announce.ts';
import type { OpenTicket } from './snapshot.ts';

export const FORM_PROPERTIES = [
  'subject',
  'type',
  'priority',
  'status',
  'tags',
  'externalId',
  'assigneeId',
  'groupId',
  'problemId',
] as const;
export type FormProperty = (typeof FORM_PROPERTIES)[number] | `custom_field_${number}`;

/** The open ticket's form: what is saved, and what the agent (or an app) has changed since and not yet submitted. */
export interface Form {
  value(property: FormProperty): FieldValue;
  edit(property: FormProperty, value: FieldValue): void;
  isEdited(property: FormProperty): boolean;
  readonly edits: ReadonlyMap<FormProperty, FieldValue>;
  /** The ticket as it is now in the account. Values that were not edited here follow it; edits stay. */
  follow(saved: OpenTicket): void;
  /** What was submitted is no edit any more. */
  settle(submitted: ReadonlyMap<FormProperty, FieldValue>): void;
}

export function createForm(opened: OpenTicket, announce: Announce): Form {
  let saved = opened;
  const edits = new Map<FormProperty, FieldValue>();
  const value = (property: FormProperty): FieldValue =>
    edits.has(property) ? (edits.get(property) ?? null) : savedValue(saved, property);

  function changing(properties: Iterable<FormProperty>, change: () => void) {
    const before = new Map([...properties].map((property) => [property, value(property)]));
    change();
    for (const [property, old] of before) {
      if (!isSame(old, value(property))) announceProperty(announce, property, value(property), old);
    }
  }

  return {
    value,
    edits,
    isEdited: (property) => edits.has(property),
    edit(property, wanted) {
      changing([property], () => {
        if (isSame(wanted, savedValue(saved, property))) edits.delete(property);
        else edits.set(property, wanted);
      });
    },
    follow(fresh) {
      const custom = Object.keys({ ...saved.fields, ...fresh.fields }).map(
        (id) => `custom_field_${+id}` as const,
      );
      changing([...FORM_PROPERTIES, ...custom], () => {
        saved = fresh;
        for (const [property, edited] of [...edits]) {
          if (isSame(edited, savedValue(saved, property))) edits.delete(property);
        }
      });
    },
    settle(submitted) {
      for (const [property, sent] of submitted) if (isSame(edits.get(property), sent)) edits.delete(property);
    },
  };
}

function savedValue(saved: OpenTicket, property: FormProperty): FieldValue {
  const custom = /^custom_field_(\d+)$/.exec(property);
  if (custom) return saved.fields[custom[1] ?? ''] ?? null;
  return saved[property as (typeof FORM_PROPERTIES)[number]];
}

const EVENT_NAMES: Partial<Record<FormProperty, readonly string[]>> = {
  // Setting the status picks the category's default custom status, so all three change together.
  // https://support.zendesk.com/hc/en-us/articles/4959212269210
  status: ['status', 'statusCategory', 'customStatus'],
  assigneeId: ['assignee.user.id'],
  groupId: ['assignee.group.id'],
  problemId: ['problem_id'],
};

function announceProperty(announce: Announce, property: FormProperty, value: FieldValue, old: FieldValue) {
  for (const name of EVENT_NAMES[property] ?? [property])
    announceChange(announce, `ticket.${name}`, value, old);
}

function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (value === '' || value === undefined ? null : value);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
