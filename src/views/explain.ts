import { mayHaveWorked } from '../actions/mayHaveWorked.ts';
import { ServiceError, type Trouble } from '../ports.ts';
import type { Phrase, Words } from './phrases.tsx';

/** What went wrong with something an agent did: what is true now, and what to do. */
export function explainDone(error: unknown, { t, span }: Words): string {
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  const { trouble, detail } = error;
  if (error.isRead && mayHaveWorked(error)) return t('trouble.notBegun', { why: t(WHY[trouble]) });
  if (trouble === 'refused' && !detail) return t('trouble.refusedNoDetail');
  return t(DONE[trouble], placesOf(error, span));
}

/** Why a look did not work; `age` is how old the last good one is, if there was one. */
export function explainLook(error: unknown, age: number | undefined, { t, span }: Words): string {
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  // Titles in the middle of a sentence, which need no full stop of their own.
  if (error.trouble === 'no fields') return t('trouble.noFields', { detail: error.detail ?? '' });
  const why = explainWhy(error, { t, span });
  return age === undefined
    ? t('trouble.readFailedFirst', { why })
    : t('trouble.readFailed', { why, age: span(age) });
}

/** A service's trouble alone, as the end of a sentence; it promises no other try. A bug gets its own sentence. */
export function explainWhy(error: unknown, { t, span }: Pick<Words, 't' | 'span'>): string {
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  return t(WHY[error.trouble], placesOf(error, span));
}

const DONE: Record<Trouble, Phrase> = {
  'signed out': 'trouble.signedOut',
  forbidden: 'trouble.forbidden',
  missing: 'trouble.missing',
  outdated: 'trouble.outdated',
  collision: 'trouble.collision',
  refused: 'trouble.refused',
  'too many': 'trouble.tooManyNow',
  down: 'trouble.down',
  unreachable: 'trouble.unreachable',
  'timed out': 'trouble.timedOut',
  unreadable: 'trouble.unreadable',
  'no fields': 'trouble.noFields',
};

const WHY: Record<Trouble, Phrase> = {
  'signed out': 'trouble.why.signedOut',
  forbidden: 'trouble.why.forbidden',
  missing: 'trouble.why.missing',
  outdated: 'trouble.why.outdated',
  collision: 'trouble.why.collision',
  refused: 'trouble.why.refused',
  'too many': 'trouble.why.tooMany',
  down: 'trouble.why.down',
  unreachable: 'trouble.why.unreachable',
  'timed out': 'trouble.why.timedOut',
  unreadable: 'trouble.why.unreadable',
  'no fields': 'trouble.why.noFields',
};

// Zendesk's limits are by the minute, where it does not say how long to wait.
const USUAL_WAIT_S = 60;

function placesOf({ detail = '', retryAfter = USUAL_WAIT_S }: ServiceError, span: Words['span']) {
  return { detail: /[.!?]$/.test(detail) ? detail : `${detail}.`, wait: span(retryAfter * 1_000) };
}
