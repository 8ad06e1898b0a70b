import type { Hint, HintAbout } from '../../../domain/hints.ts';
import type { DraftTrouble } from '../../../domain/update.ts';
import type { Phrase, Words } from '../../phrases.tsx';

/** The fields of the form by name, in the order in which they are on screen. */
export const FIELDS = [
  'symptoms',
  'gateBy',
  'gateWhere',
  'gateReason',
  'next',
  'eta',
  'etaBy',
  'extra',
] as const;
export type FieldName = (typeof FIELDS)[number];
export type FieldTroubles = Readonly<Partial<Record<FieldName, string>>>;

/** What is wrong, at the field where it can be put right. */
export function fieldTroubles(
  troubles: readonly DraftTrouble[],
  hasEta: boolean,
  { t }: Words,
): FieldTroubles {
  const found: Partial<Record<FieldName, string>> = {};
  for (const trouble of troubles) {
    const field = trouble === 'eta without source' && !hasEta ? 'eta' : PLACES[trouble];
    found[field] ??= t(TEXTS[trouble]);
  }
  return found;
}

export function firstTrouble(troubles: FieldTroubles): FieldName | undefined {
  return FIELDS.find((field) => troubles[field] !== undefined);
}

/** Advice on a field, a line each. */
export function adviceOn(field: Hint['field'], hints: readonly Hint[], { t }: Words): string[] {
  return hints
    .filter((hint) => hint.field === field)
    .map(({ about, words }) => t(field === 'eta' ? 'post.hint.source' : ADVICE[about], { words }));
}

const PLACES: Record<DraftTrouble, FieldName> = {
  'symptoms missing': 'symptoms',
  'symptoms long': 'symptoms',
  'extra long': 'extra',
  'eta long': 'eta',
  'eta without source': 'etaBy',
  'next missing': 'next',
  'next past': 'next',
  'next too soon': 'next',
  'gate shut': 'gateBy',
  'gate without place': 'gateWhere',
  'override without reason': 'gateReason',
  'reason long': 'gateReason',
  'text missing': 'extra',
  'text long': 'extra',
  'texts long': 'extra',
};

const TEXTS: Record<DraftTrouble, Phrase> = {
  'symptoms missing': 'post.trouble.symptomsMissing',
  'symptoms long': 'post.trouble.symptomsLong',
  'extra long': 'post.trouble.extraLong',
  'eta long': 'post.trouble.etaLong',
  'eta without source': 'post.trouble.etaWithoutSource',
  'next missing': 'post.trouble.nextMissing',
  'next past': 'post.trouble.nextPast',
  'next too soon': 'approval.nextTooSoon',
  'gate shut': 'post.trouble.gateShut',
  'gate without place': 'gate.without.place',
  'override without reason': 'post.trouble.overrideWithoutReason',
  'reason long': 'gate.without.end',
  'text missing': 'review.trouble.textMissing',
  'text long': 'review.trouble.textLong',
  'texts long': 'review.trouble.textsLong',
};

const ADVICE: Record<HintAbout, Phrase> = {
  vague: 'post.hint.vague',
  blame: 'post.hint.blame',
  promise: 'post.hint.promise',
  time: 'post.hint.time',
};
