import type { Issue } from '../domain/issue.ts';
import type { ServiceError, Trouble } from '../ports.ts';
import type { Phrase, Words } from './phrases.tsx';

/** Where an issue stands in the tracker's own words, with how it ended where the status does not say it: `Done (Duplicate)`. */
export function statusOf({ status, resolution }: Pick<Issue, 'status' | 'resolution'>, { t }: Words): string {
  const says = (text: string) => text.trim().toLowerCase();
  return resolution && says(resolution) !== says(status) ? t('gate.ended', { status, resolution }) : status;
}

/** Why Jira could not be asked, as a sentence, and whom to turn to. */
export function explainIssueTrouble(error: ServiceError, { t, span }: Words): string {
  const wait = span((error.retryAfter ?? USUAL_WAIT_S) * 1_000);
  return t(WHY[error.trouble], { wait, detail: error.detail ?? '' }).trim();
}

const USUAL_WAIT_S = 60;

const WHY: Record<Trouble, Phrase> = {
  'signed out': 'gate.why.signedOut',
  forbidden: 'gate.why.forbidden',
  missing: 'gate.why.missing',
  outdated: 'gate.why.down',
  collision: 'gate.why.down',
  refused: 'gate.why.refused',
  'too many': 'gate.why.tooMany',
  down: 'gate.why.down',
  unreachable: 'gate.why.unreachable',
  'timed out': 'gate.why.timedOut',
  unreadable: 'gate.why.unreadable',
  'no fields': 'gate.why.unreadable',
};
