import type { LeftOut, Step, StepFailure } from '../../domain/declaration.ts';
import { ServiceError, type Trouble } from '../../ports.ts';
import { explainWhy } from '../explain.ts';
import type { Phrase, Words } from '../phrases.tsx';

/** What a step is for, as far as it has come. */
export function stepTitle({ name }: Step, { t }: Words): string {
  return t(`declare.step.${name}`);
}

/** Why a step failed, in the reader's language. */
export function stepWhy({ trouble, service, detail }: StepFailure, words: Words): string {
  if (trouble === 'refused' && detail && service !== 'Jira') return words.t('declare.refusedBy', { detail });
  const isKnown = (TROUBLES as readonly string[]).includes(trouble);
  const error = new ServiceError(service ?? 'Zendesk', isKnown ? (trouble as Trouble) : 'refused', {
    detail,
  });
  return words.t('declare.failedAt', { why: explainWhy(error, words) });
}

const TROUBLES: readonly Trouble[] = [
  'signed out',
  'forbidden',
  'missing',
  'outdated',
  'collision',
  'refused',
  'full',
  'too many',
  'down',
  'unreachable',
  'timed out',
  'unreadable',
  'no fields',
];

/** Tickets that a step could not do anything about, each with its reason. */
export function leftWords({ id, because, detail }: LeftOut, { t }: Words): string {
  const phrase = LEFT.get(because) ?? 'declare.left.refused';
  return t(phrase, { ticket: `#${id}`, detail: detail ?? '' });
}

const LEFT: ReadonlyMap<string, Phrase> = new Map([
  ['closed', 'declare.left.closed'],
  ['merged', 'declare.left.merged'],
  ['incident', 'declare.left.incident'],
  ['problem', 'declare.left.problem'],
  ['incident over', 'declare.left.over'],
  ['elsewhere', 'declare.left.elsewhere'],
  ['not visible', 'declare.left.notVisible'],
  ['no drill ticket', 'drill.left'],
  ['drill', 'drill.leftApart'],
  ['incident merged', 'several.leftMerged'],
  ['record', 'several.leftRecord'],
  ['too long', 'several.leftTooLong'],
  ['not allowed', 'declare.left.notAllowed'],
  ['unsure', 'declare.left.unsure'],
  ['not marked', 'declare.left.notMarked'],
]);
