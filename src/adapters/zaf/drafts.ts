import * as v from 'valibot';
import { STAGES } from '../../domain/stage.ts';
import type { DraftShelf } from '../../ports.ts';

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
export function createDrafts(storage: Storage | undefined): DraftShelf {
  const kept = new Map<string, string>();
  const keyOf = (ticket: number) => `allclear.draft.${ticket}`;
  return {
    get(ticket) {
      const text = kept.get(keyOf(ticket)) ?? attempt(() => storage?.getItem(keyOf(ticket)));
      const json = text ? attempt(() => JSON.parse(text) as unknown) : undefined;
      const draft = v.safeParse(StoredDraft, json);
      return draft.success ? draft.output : undefined;
    },
    keep(draft) {
      const text = JSON.stringify(draft);
      kept.set(keyOf(draft.ticket), text);
      attempt(() => storage?.setItem(keyOf(draft.ticket), text));
    },
    drop(ticket) {
      kept.delete(keyOf(ticket));
      attempt(() => storage?.removeItem(keyOf(ticket)));
    },
  };
}

// A browser that blocks third-party storage throws at every touch; memory serves then.
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
