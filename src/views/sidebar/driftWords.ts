import type { ChannelLook } from '../../actions/readChannels.ts';
import { type Difference, isNoticeOver, type Says } from '../../domain/drift.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { isStage } from '../../domain/stage.ts';
import { statusOf } from '../explainIssue.ts';
import type { Words } from '../phrases.tsx';
import { customersWords, driftWords } from './DriftNote.tsx';

/** What a channel says, in a few words. */
export function saysWords(says: Says, incident: Incident, now: Date, words: Words): string {
  const { t, ago } = words;
  const update = says.channel !== 'tickets' && says.n ? t('drift.says.update', { n: says.n }) : undefined;
  switch (says.channel) {
    case 'tickets': {
      const { told, total } = says;
      return t('drift.says.tickets', { told, total, n: newestUpdate(incident) });
    }
    case 'jira': {
      const { key } = says.issue;
      const issue = t('drift.says.issue', { key, status: statusOf(says.issue, words) });
      return `${issue} · ${update ?? t('drift.says.nothing')}`;
    }
    case 'slack':
      if (!says.n || !says.at) return update ?? t('drift.says.nothing');
      return t('drift.says.at', { n: says.n, age: ago(now.getTime() - Date.parse(says.at)) });
    case 'pendo':
      if (!update && isNoticeOver(incident, now)) return t('drift.says.over');
      return update ?? t('drift.says.nothing');
    case 'statuspage':
      if (says.n && says.stage)
        return t('drift.says.stage', { n: says.n, stage: stageWord(says.stage, words) });
      return update ?? t('drift.says.nothing');
  }
}

/** How it differs, a sentence. */
export function differenceWords(
  difference: Difference,
  says: Says | undefined,
  incident: Incident,
  now: Date,
  words: Words,
): string {
  const { t } = words;
  const n = newestUpdate(incident);
  switch (difference) {
    case 'behind':
      if (says?.channel === 'tickets') return t('drift.because.tickets', { count: says.behind, n });
      return t('drift.because.behind', { n });
    case 'links': {
      const links = says?.channel === 'jira' ? says.links : undefined;
      if (!links) return t('drift.because.noLinks');
      return t('drift.because.links', { linked: links.linked, reports: links.reports });
    }
    case 'stage': {
      const said = says?.channel === 'statuspage' ? stageWord(says.stage ?? '', words) : '';
      return t('drift.because.stage', { said, stage: t(`stage.${incident.stage}`) });
    }
    case 'left over':
      return t('drift.because.leftOver');
    case 'gone':
    case 'hidden':
    case 'off':
    case 'unsure':
      return t(`drift.because.${difference}`);
    case 'closed':
    case 'ended':
    case 'reopened':
    case 'running': {
      const engineering = says?.channel === 'jira' ? driftWords(difference, says.issue, now, words) : '';
      return t('gate.card', { drift: engineering, customers: customersWords(difference, incident, words) });
    }
  }
}

/** What a press does, and to how many customers; the channels are those that are marked. */
export function bringWords(differing: readonly ChannelLook[], { t }: Words): string {
  const count = differing
    .map((look) => ('says' in look && look.says.channel === 'tickets' ? look.says.behind : 0))
    .reduce((sum, each) => sum + each, 0);
  if (count === 0) return t('drift.bring');
  return t(differing.length > 1 ? 'drift.tellAndBring' : 'drift.tell', { count });
}

const stageWord = (word: string, { t }: Words) => (isStage(word) ? t(`stage.${word}`) : word);
