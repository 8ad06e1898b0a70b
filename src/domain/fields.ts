/**
 * The ticket fields that `requirements.json` creates, by the key they have there, with the title each is found by
 * where the account knows no requirements (an app served by zcli).
 */
export const FIELD_TITLES = {
  allclear_stage: 'Allclear stage',
  allclear_symptoms: 'Allclear symptoms',
  allclear_eta: 'Allclear ETA',
  allclear_next_update: 'Allclear next update',
  allclear_jira: 'Allclear Jira issue',
  allclear_told: 'Allclear told',
  allclear_record: 'Allclear record',
} as const;

export type FieldKey = keyof typeof FIELD_TITLES;
export const FIELD_KEYS = Object.keys(FIELD_TITLES) as FieldKey[];

/** Field ids of one account. */
export type FieldIds = Readonly<Record<FieldKey, number>>;

/** The ids written in the setting `field_ids`, such as `allclear_told=123, allclear_stage=456`; what is unclear is left out. */
export function fieldIdsFromSetting(text: string): Partial<Record<FieldKey, number>> {
  const found: Partial<Record<FieldKey, number>> = {};
  for (const [, key, id] of text.matchAll(/(allclear_\w+)\s*[=:]\s*(\d+)/g)) {
    if (key && id && key in FIELD_TITLES) found[key as FieldKey] = Number(id);
  }
  return found;
}
