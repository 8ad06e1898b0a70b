import type { TimelineRead } from '../../../actions/readTimeline.ts';
import type { Words } from '../../phrases.tsx';
import { type TimeOf, wordsOfEntry } from './wordsOfEntry.ts';

/** The timeline as plain text for a review, in the order in which things happened. */
export function timelineText(read: TimelineRead, words: Words, timeOf: TimeOf, zone: string): string {
  const { t } = words;
  const { id, title } = read.incident;
  const head = [`${title} (#${id})`, t('timeline.asOf', { time: timeOf(read.asOf.toISOString()), zone })];
  const entries = read.entries.toReversed().map((entry) => {
    const { heading, author, stage, mark, said, facts } = wordsOfEntry(entry, read, words, timeOf);
    const what = [heading, stage && t(`stage.${stage}`), mark].filter(Boolean).join(', ');
    const lines = [...said, ...facts.map(({ text }) => text)]
      .flatMap((text) => text.split('\n'))
      .map((line) => `    ${line}`);
    return [`${timeOf(entry.at)} · ${author} · ${what}`, ...lines].join('\n');
  });
  return [head.join('\n'), ...entries].join('\n\n');
}
