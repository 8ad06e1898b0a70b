import * as v from 'valibot';
import { STAGES } from '../../domain/stage.ts';
import type { DraftShelf } from '../../ports/form.ts';
import { createShelf } from './shelf.ts';

const StoredDraft = v.object({
  ticket: v.number(),
  incident: v.number(),
  n: v.number(),
  stage: v.picklist(STAGES),
  lines: v.array(v.string()),
  before: v.object({ told: v.string(), stage: v.string() }),
  isMarked: v.boolean(),
  isGoing: v.optional(v.boolean()),
});

/** Keeps drafts in the tab's session storage: Zendesk keeps a composer's text over a reload of the app, so must we. */
export function createDrafts(storage: () => Storage): DraftShelf {
  const shelf = createShelf(storage, 'draft', StoredDraft);
  return { ...shelf, keep: (draft) => shelf.keep(draft.ticket, draft) };
}
