import { ServiceError, type Trouble } from '../ports.ts';
import { explainWhy } from './explain.ts';
import type { Words } from './phrases.tsx';

const TROUBLES: ReadonlySet<unknown> = new Set<Trouble>([
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
]);

/** A trouble that a receipt names, as the end of a sentence; a newer version may know troubles that this one does not. */
export function explainReason(service: string, reason: unknown, detail: unknown, words: Words): string {
  const trouble = (TROUBLES.has(reason) ? reason : 'down') as Trouble;
  return explainWhy(new ServiceError(service, trouble, typeof detail === 'string' ? { detail } : {}), words);
}
