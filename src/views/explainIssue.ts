import type { Issue } from '../domain/issue.ts';
import type { ServiceError } from '../ports.ts';
import { explainWhy } from './explain.ts';
import type { Words } from './phrases.tsx';

/** Where an issue stands in the tracker's own words, with how it ended where the status does not say it: `Done (Duplicate)`. */
export function statusOf({ status, resolution }: Pick<Issue, 'status' | 'resolution'>, { t }: Words): string {
  const says = (text: string) => text.trim().toLowerCase();
  return resolution && says(resolution) !== says(status) ? t('gate.ended', { status, resolution }) : status;
}

/** Why Jira could not be asked, as a sentence. */
export function explainIssueTrouble(error: ServiceError, words: Words): string {
  return words.t('gate.cannotAsk', { why: explainWhy(error, words) });
}
