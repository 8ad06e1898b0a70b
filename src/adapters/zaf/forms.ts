import * as v from 'valibot';
import { ORIGINS } from '../../domain/declareDraft.ts';
import type { DeclareForm } from '../../domain/declareForm.ts';
import { STAGES } from '../../domain/stage.ts';
import type { UpdateForm } from '../../domain/updateForm.ts';
import type { DeclareShelf, FormShelf } from '../../ports.ts';
import { createShelf } from './shelf.ts';

const StoredForm = v.object({
  incident: v.number(),
  seen: v.number(),
  stage: v.picklist(STAGES),
  symptoms: v.string(),
  next: v.string(),
  eta: v.string(),
  etaBy: v.string(),
  extra: v.string(),
  noNews: v.boolean(),
  etaPassed: v.optional(v.boolean(), false),
  gate: v.picklist(['jira', 'confirmed', 'override']),
  gateBy: v.string(),
  gateWhere: v.string(),
  gateWhen: v.string(),
  gateReason: v.string(),
});

const Ids = v.array(v.number());
const StoredDeclareForm = v.object({
  ticket: v.number(),
  key: v.string(),
  sentAt: v.string(),
  sentImpact: v.string(),
  knows: Ids,
  summary: v.string(),
  severity: v.picklist([1, 2, 3]),
  stage: v.picklist(STAGES),
  symptoms: v.string(),
  startedAt: v.string(),
  steps: v.string(),
  origin: v.picklist(ORIGINS),
  more: v.string(),
  ticked: Ids,
  unticked: Ids,
  problem: v.number(),
  issue: v.picklist(['file', 'adopt', 'none']),
  issueKey: v.string(),
  kind: v.string(),
  values: v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])),
  // A form that was kept by an older version knows none of these.
  from: v.optional(v.number(), 0),
  drill: v.optional(v.boolean(), false),
  drillReaches: v.optional(v.array(v.string()), []),
  incident: v.number(),
});

/** How a modal and whoever opened it speak of a form: the modal asks, is handed what was kept, and says what is written. */
export interface FormEvents {
  readonly asked: string;
  readonly handed: string;
  readonly written: string;
}
export const FORM_EVENTS = eventsOf('form');
export const DECLARE_EVENTS = eventsOf('declare');

function eventsOf(name: string): FormEvents {
  return { asked: `${name}.asked`, handed: `${name}.handed`, written: `${name}.written` };
}

/** A form as the other side sent it; `undefined` for none. */
export function readForm(value: unknown): UpdateForm | undefined {
  const read = v.safeParse(StoredForm, value);
  return read.success ? read.output : undefined;
}

export function readDeclareForm(value: unknown): DeclareForm | undefined {
  const read = v.safeParse(StoredDeclareForm, value);
  return read.success ? read.output : undefined;
}

/** Keeps what is being written for an update, so that a modal closed by mistake costs nothing. */
export function createForms(storage: () => Storage): FormShelf {
  const shelf = createShelf(storage, 'update', StoredForm);
  return { ...shelf, keep: (form) => shelf.keep(form.incident, form) };
}

/** The same for an incident that is being declared, by the ticket where that was begun. */
export function createDeclareForms(storage: () => Storage): DeclareShelf {
  const shelf = createShelf(storage, 'declare', StoredDeclareForm);
  return { ...shelf, keep: (form) => shelf.keep(form.ticket, form) };
}
