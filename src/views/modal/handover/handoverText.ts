import type { HandoverFact } from '../../../domain/handover.ts';
import { utcText } from '../../../domain/utcText.ts';
import type { Words } from '../../phrases.tsx';

/** The note for the next shift, as it is proposed; whoever reads it may sit in another time zone. */
export function handoverText(facts: readonly HandoverFact[], words: Words): string {
  const lines = facts.map((fact) => `– ${lineOf(fact, words)}`);
  return `${lines.join('\n')}\n\n${words.t('people.fact.questions')}\n– `;
}

function lineOf(fact: HandoverFact, { t }: Words): string {
  switch (fact.fact) {
    case 'stage': {
      const stage = t(`stage.${fact.stage}`);
      return fact.at
        ? t('people.fact.stage', { stage, n: fact.n, time: utcText(fact.at) })
        : t('people.fact.stageAlone', { stage });
    }
    case 'symptoms':
      return t('people.fact.symptoms', { text: fact.text });
    case 'told':
      return t('people.fact.told', { n: fact.n, told: fact.told, total: fact.total });
    case 'telling':
      return t('people.fact.telling', { n: fact.n });
    case 'next':
      return t(fact.isLate ? 'people.fact.nextLate' : 'people.fact.next', { time: utcText(fact.at) });
    case 'eta':
      return t(fact.isPast ? 'people.fact.etaPast' : 'people.fact.eta', { text: fact.text, by: fact.by });
    case 'issue':
      return t('people.fact.issue', { key: fact.key });
    case 'channel':
      return t('people.fact.channel', { channel: NAMES[fact.channel] ?? fact.channel });
    case 'proposal':
      return t('people.fact.proposal', { n: fact.n, by: fact.by, time: utcText(fact.until) });
    case 'declaring':
      return t('people.fact.declaring');
  }
}

// The products' own names.
const NAMES: Readonly<Record<string, string>> = {
  jira: 'Jira',
  slack: 'Slack',
  statuspage: 'Statuspage',
  pendo: 'Pendo',
};
