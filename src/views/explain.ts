import { mayHaveWorked } from '../actions/mayHaveWorked.ts';
import { ServiceError, type Trouble } from '../ports.ts';
import type { Words } from './phrases.tsx';

/** What went wrong with something an agent did: what is true now, and what to do. */
export function explainDone(error: unknown, words: Words): string {
  const { t } = words;
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  const { trouble, detail } = error;
  if (error.isRead && mayHaveWorked(error)) return t('trouble.notBegun', { why: explainWhy(error, words) });
  if (trouble === 'no fields') return t('trouble.noFields', placesOf(error, words));
  if (trouble === 'refused' && !detail)
    return isJira(error) ? t('jiraTrouble.refusedNoDetail') : t('trouble.refusedNoDetail');
  const name = NAMES[trouble];
  return t(isJira(error) ? `jiraTrouble.${name}` : `trouble.${name}`, placesOf(error, words)).trim();
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
export function explainWhy(error: unknown, words: Pick<Words, 't' | 'span'>): string {
  const { t } = words;
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  if (error.trouble === 'no fields') return t('trouble.why.noFields');
  const name = NAMES[error.trouble];
  return t(isJira(error) ? `jiraTrouble.why.${name}` : `trouble.why.${name}`, placesOf(error, words)).trim();
}

// Each service has words of its own for the same troubles.
const isJira = ({ service }: ServiceError) => service === 'Jira';

const NAMES = {
  'signed out': 'signedOut',
  forbidden: 'forbidden',
  missing: 'missing',
  outdated: 'outdated',
  collision: 'collision',
  refused: 'refused',
  full: 'full',
  'too many': 'tooMany',
  down: 'down',
  unreachable: 'unreachable',
  'timed out': 'timedOut',
  unreadable: 'unreadable',
} as const satisfies Record<Exclude<Trouble, 'no fields'>, string>;

// Zendesk's limits are by the minute, where it does not say how long to wait.
const USUAL_WAIT_S = 60;

function placesOf(error: ServiceError, { t, span }: Pick<Words, 't' | 'span'>) {
  const { detail = '', retryAfter = USUAL_WAIT_S } = error;
  const sentence = /[.!?]$/.test(detail) ? detail : `${detail}.`;
  // What stands at a text's end where Jira has said something, and is left out where it has not.
  const says = detail && isJira(error) ? t('jiraTrouble.says', { detail: sentence }) : '';
  return { detail: sentence, says, wait: span(retryAfter * 1_000) };
}
