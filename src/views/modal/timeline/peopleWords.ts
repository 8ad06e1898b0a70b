import type { Approval } from '../../../domain/proposal.ts';
import type { Entry } from '../../../domain/timeline.ts';
import type { Words } from '../../phrases.tsx';
import type { EntryWords, Fact, TimeOf } from './wordsOfEntry.ts';

/** An update that waited for somebody, or a new lead, in words. */
export function peopleWords(
  { deed, at, authorId }: Extract<Entry, { kind: 'people' }>,
  { t }: Words,
  timeOf: TimeOf,
): Pick<EntryWords, 'heading'> & Partial<EntryWords> {
  switch (deed.did) {
    case 'propose':
      return {
        heading: t('people.entry.propose', { n: deed.n }),
        stage: deed.stage,
        said: texts(deed.symptoms, deed.extra),
        facts: [{ text: t('people.entry.until', { time: timeOf(deed.until, at) }) }],
      };
    case 'refuse':
      return { heading: t('people.entry.refuse', { n: deed.n }), said: texts(deed.reason) };
    case 'withdraw':
      return { heading: t('people.entry.withdraw', { n: deed.n }) };
    case 'handover': {
      const { to, from, text } = deed;
      const isOwn = to.id === authorId;
      return {
        heading: t(isOwn ? 'people.entry.took' : 'people.entry.handover', { name: to.name }),
        said: texts(text),
        facts: from && from.id !== to.id ? [{ text: t('people.entry.before', { name: from.name }) }] : [],
      };
    }
  }
}

/** Who stands for an update beside its author; nothing for one that nobody had to approve. */
export function approvalFacts(approval: Approval | undefined, { t }: Words): Fact[] {
  if (!approval) return [];
  const { how, proposedBy, by } = approval;
  const author = proposedBy.name;
  return [
    {
      text:
        how === 'approved'
          ? t('people.entry.approved', { author, name: by?.name ?? '' })
          : t('people.entry.timedOut', { author }),
    },
  ];
}

const texts = (...all: readonly string[]) => [...new Set(all)].filter((text) => text !== '');
