import { ServiceError } from '../ports.ts';
import type { Words } from './phrases.tsx';

/** What went wrong with something an agent did: what is true now, and what to do. */
export function explainDone(error: unknown, { t, span }: Words): string {
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  const { trouble, detail = '', retryAfter } = error;
  switch (trouble) {
    case 'signed out':
      return t('trouble.why.signedOut');
    case 'forbidden':
      return t('trouble.forbidden');
    case 'missing':
      return t('trouble.missing');
    case 'outdated':
      return t('trouble.outdated');
    case 'collision':
      return t('trouble.collision');
    case 'refused':
      return detail ? t('trouble.refused', { detail: sentence(detail) }) : t('trouble.refusedNoDetail');
    case 'too many':
      return t('trouble.tooManyNow', { wait: span((retryAfter ?? 60) * 1_000) });
    case 'down':
      return t('trouble.down');
    case 'unreachable':
      return t('trouble.unreachable');
    case 'timed out':
      return t('trouble.timedOut');
    case 'unreadable':
      return t('trouble.unreadable', { detail });
    case 'no fields':
      return t('trouble.noFields', { detail });
  }
}

/** Why a look did not work; `age` is how old the last good one is, if there was one. */
export function explainLook(error: unknown, age: number | undefined, words: Words): string {
  const { t, span } = words;
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  if (error.trouble === 'no fields') return t('trouble.noFields', { detail: error.detail ?? '' });
  const why = whyNot(error, words);
  return age === undefined
    ? t('trouble.readFailedFirst', { why })
    : t('trouble.readFailed', { why, age: span(age) });
}

function whyNot({ trouble, detail = '', retryAfter }: ServiceError, { t, span }: Words): string {
  switch (trouble) {
    case 'signed out':
      return t('trouble.why.signedOut');
    case 'forbidden':
      return t('trouble.why.forbidden');
    case 'missing':
      return t('trouble.why.missing');
    case 'outdated':
      return t('trouble.why.outdated');
    case 'collision':
      return t('trouble.why.collision');
    case 'refused':
      return t('trouble.why.refused');
    case 'too many':
      return t('trouble.why.tooMany', { wait: span((retryAfter ?? 60) * 1_000) });
    case 'down':
      return t('trouble.why.down');
    case 'unreachable':
      return t('trouble.why.unreachable');
    case 'timed out':
      return t('trouble.why.timedOut');
    case 'unreadable':
      return t('trouble.why.unreadable', { detail });
    case 'no fields':
      return t('trouble.why.noFields');
  }
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
