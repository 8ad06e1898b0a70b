import * as v from 'valibot';
import { STAGES } from '../../domain/stage.ts';
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
  gate: v.picklist(['confirmed', 'override']),
  gateBy: v.string(),
  gateReason: v.string(),
});

/** Keeps what is being written for an update, so that a modal closed by mistake costs nothing. */
export function createForms(storage: () => Storage): FormShelf {
  const shelf = createShelf(storage, 'update', StoredForm);
  return { ...shelf, keep: (form) => shelf.keep(form.incident, form) };
}
