import * as v from 'valibot';
import { STAGES } from '../../domain/stage.ts';
import type { UpdateForm } from '../../domain/updateForm.ts';
import type { FormShelf } from '../../ports.ts';
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
  gate: v.picklist(['jira', 'confirmed', 'override']),
  gateBy: v.string(),
  gateWhere: v.string(),
  gateWhen: v.string(),
  gateReason: v.string(),
});

/** How a modal and whoever opened it speak of the form: the modal asks, is handed what was kept, and says what is written. */
export const FORM_EVENTS = { asked: 'form.asked', handed: 'form.handed', written: 'form.written' };

/** A form as the other side sent it; `undefined` for none. */
export function readForm(value: unknown): UpdateForm | undefined {
  const read = v.safeParse(StoredForm, value);
  return read.success ? read.output : undefined;
}

/** Keeps what is being written for an update, so that a modal closed by mistake costs nothing. */
export function createForms(storage: () => Storage): FormShelf {
  const shelf = createShelf(storage, 'update', StoredForm);
  return { ...shelf, keep: (form) => shelf.keep(form.incident, form) };
}
