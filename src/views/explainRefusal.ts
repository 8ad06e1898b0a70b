import type { ClaimRefusal } from '../actions/claimUpdate.ts';
import type { BroadcastRefusal, Right } from '../domain/broadcaster.ts';
import type { Demand } from '../domain/permission.ts';
import type { Phrase, Words } from './phrases.tsx';

type OwnGroup = Exclude<Demand['setting'], 'broadcast_group'>;

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
      return t(refusal.setting ? OUTSIDE[refusal.setting] : 'refusal.notInGroup', { group: refusal.group });
    case 'no such group':
      return refusal.setting
        ? t('people.noSuchGroup', { group: refusal.group, setting: t(SETTINGS[refusal.setting]) })
        : t('refusal.noSuchGroup', { group: refusal.group });
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
    case 'needs approval':
      return t('approval.refusal.needed');
    case 'proposal gone':
      return t('approval.refusal.gone');
    case 'own proposal':
      return t('approval.refusal.own');
    case 'not at its limit':
      return t('approval.refusal.notAtLimit');
  }
}

/** Why somebody may not declare: for the same reasons, unless the admin has named a group for it. */
export function explainDeclaring(refusal: BroadcastRefusal, words: Words): string {
  const isOwn = 'setting' in refusal && refusal.setting !== undefined;
  const why = explainRefusal(refusal, words);
  return isOwn ? why : `${words.t('declare.rights')} ${why}`;
}

/** The same after somebody has pressed the button: what that press did not do comes first. */
export function explainRefusedPost(refusal: ClaimRefusal, words: Words): string {
  return `${words.t('refusal.nothingPosted')} ${explainRefusal(refusal, words)}`;
}

/** Reports that count and that this agent can't see (`Tally.hidden`); `undefined` when there are none. */
export function explainHidden(count: number, { t }: Words): string | undefined {
  return count > 0 ? t('refusal.hidden', { count }) : undefined;
}

const OUTSIDE: Record<OwnGroup, Phrase> = {
  declare_group: 'people.mayDeclare',
  resolve_group: 'people.mayResolve',
  review_group: 'people.mayReview',
};
const SETTINGS: Record<OwnGroup, Phrase> = {
  declare_group: 'people.declareGroup',
  resolve_group: 'people.resolveGroup',
  review_group: 'people.reviewGroup',
};

const LACKS: Record<Right, Phrase> = {
  'edit tickets': 'refusal.roleEditTickets',
  'edit in bulk': 'refusal.roleEditInBulk',
  'answer in public': 'refusal.roleAnswerInPublic',
  'see all tickets': 'refusal.roleSeeAllTickets',
};

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
