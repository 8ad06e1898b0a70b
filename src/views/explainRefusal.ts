import type { ClaimRefusal } from '../actions/claimUpdate.ts';
import type { Right } from '../domain/broadcaster.ts';
import type { Phrase, Words } from './phrases.tsx';

/** Why somebody may not post an update or tell everyone, and whom to ask; for a disabled button as for a refused press. */
export function explainRefusal(refusal: ClaimRefusal, { t }: Words): string {
  switch (refusal.because) {
    case 'light agent':
      return t('refusal.lightAgent');
    case 'restricted agent':
      return t('refusal.restrictedAgent');
    case 'role':
      return t(LACKS[refusal.lacks], { role: refusal.role });
    case 'not in group':
      return t('refusal.notInGroup', { group: refusal.group });
    case 'no such group':
      return t('refusal.noSuchGroup', { group: refusal.group });
    case 'zendesk':
      return refusal.detail
        ? t('refusal.zendesk', { detail: sentence(refusal.detail) })
        : t('refusal.zendeskNoDetail');
    case 'incident over':
      return t('refusal.incidentOver');
    case 'incident merged':
      return t('several.incidentMerged', { ticket: `#${refusal.into}` });
    case 'incident closed':
      return t('refusal.incidentClosed');
    case 'not over':
      return t('review.notOver');
    case 'record':
      return t('refusal.record');
  }
}

/** The same after somebody has pressed the button: what that press did not do comes first. */
export function explainRefusedPost(refusal: ClaimRefusal, words: Words): string {
  return `${words.t('refusal.nothingPosted')} ${explainRefusal(refusal, words)}`;
}

/** Reports that count and that this agent can't see (`Tally.hidden`); `undefined` when there are none. */
export function explainHidden(count: number, { t }: Words): string | undefined {
  return count > 0 ? t('refusal.hidden', { count }) : undefined;
}

const LACKS: Record<Right, Phrase> = {
  'edit tickets': 'refusal.roleEditTickets',
  'edit in bulk': 'refusal.roleEditInBulk',
  'answer in public': 'refusal.roleAnswerInPublic',
  'see all tickets': 'refusal.roleSeeAllTickets',
};

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
