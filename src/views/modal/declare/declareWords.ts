import type { DeclareTrouble } from '../../../domain/declareDraft.ts';
import type { Phrase, Words } from '../../phrases.tsx';

/** The fields of the form by name, in the order in which they are on screen. */
export const FIELDS = ['summary', 'startedAt', 'symptoms', 'steps', 'more', 'issueKey'] as const;
export type FieldName = (typeof FIELDS)[number];
export type FieldTroubles = Readonly<Partial<Record<FieldName, string>>>;

/** What is wrong, at the field where it can be put right. */
export function fieldTroubles(troubles: readonly DeclareTrouble[], { t }: Words): FieldTroubles {
  const found: Partial<Record<FieldName, string>> = {};
  for (const trouble of troubles) found[PLACES[trouble]] ??= t(TEXTS[trouble]);
  return found;
}

const PLACES: Record<DeclareTrouble, FieldName> = {
  'summary missing': 'summary',
  'symptoms missing': 'symptoms',
  'steps missing': 'steps',
  'impact missing': 'more',
  'start missing': 'startedAt',
  'start ahead': 'startedAt',
  'issue key missing': 'issueKey',
  'text long': 'symptoms',
};

const TEXTS: Record<DeclareTrouble, Phrase> = {
  'summary missing': 'declare.trouble.summaryMissing',
  'symptoms missing': 'declare.trouble.symptomsMissing',
  'steps missing': 'declare.trouble.stepsMissing',
  'impact missing': 'declare.trouble.impactMissing',
  'start missing': 'declare.trouble.startMissing',
  'start ahead': 'declare.trouble.startAhead',
  'issue key missing': 'declare.trouble.issueKeyMissing',
  'text long': 'declare.trouble.textLong',
};
