/** How far an incident has come. It may go back: a fix that did not hold is *identified* again. */
export const STAGES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type Stage = (typeof STAGES)[number];

export function isStage(value: unknown): value is Stage {
  return STAGES.includes(value as Stage);
}

// Option tags of a drop-down are unique across the whole account, so ours carry the app's name.
// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/#json-format
const TAG_PREFIX = 'allclear_';

export function stageTag(stage: Stage): string {
  return TAG_PREFIX + stage;
}

/** The stage behind a drop-down's tag; `undefined` for an empty field or a tag that is not ours. */
export function stageOfTag(tag: string | undefined): Stage | undefined {
  const stage = tag?.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : undefined;
  return isStage(stage) ? stage : undefined;
}
