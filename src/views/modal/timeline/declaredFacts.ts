import type { Entry } from '../../../domain/timeline.ts';
import type { Words } from '../../phrases.tsx';
import type { Fact, TimeOf } from './wordsOfEntry.ts';

/** How grave it was, how it came to light, and what it was made of. */
export function declaredFacts(
  entry: Extract<Entry, { kind: 'declared' }>,
  words: Words,
  timeOf: TimeOf,
): Fact[] {
  const { t, listOf } = words;
  const { severity, origin, startedAt, reports, adopted, from, drill } = entry;
  const facts = [
    drill && t('drill.check'),
    from !== undefined && t('several.splitFrom', { ticket: `#${from}` }),
    severity && t('timeline.severity', { severity: t(`declare.severities.${severity}`) }),
    listOf(
      [
        origin && t(`timeline.origin.${origin}`),
        reports !== undefined && t('timeline.chosen', { count: reports }),
      ].filter((each) => typeof each === 'string'),
    ),
    startedAt && t('timeline.began', { time: timeOf(startedAt) }),
    adopted && t('timeline.adopted'),
  ];
  return facts.flatMap((text) => (text ? { text } : []));
}
