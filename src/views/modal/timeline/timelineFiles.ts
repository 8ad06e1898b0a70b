import type { TimelineRead } from '../../../actions/readTimeline.ts';
import { type Cell, toCsv } from '../../../domain/csv.ts';
import { inMarkdown, quoted, toTable } from '../../../domain/markdown.ts';
import type { Entry } from '../../../domain/timeline.ts';
import type { Words } from '../../phrases.tsx';
import { figureWords } from './figureWords.ts';
import { type TimeOf, wordsOfEntry } from './wordsOfEntry.ts';

/** The timeline and its figures as Markdown for the RCA document, in the order in which things happened. */
export function timelineMarkdown(read: TimelineRead, words: Words, timeOf: TimeOf, zone: string): string {
  const { t } = words;
  const { id, title } = read.incident;
  const entries = read.entries.toReversed().map((entry) => {
    const { heading, author, stage, mark, said, facts } = wordsOfEntry(entry, read, words, timeOf);
    const what = [heading, stage && t(`stage.${stage}`), mark].filter(Boolean).join(', ');
    return [
      `### ${inMarkdown(`${timeOf(entry.at)} · ${what}`)}`,
      inMarkdown(author),
      ...said.map(quoted),
      facts.map(({ text }) => `- ${inMarkdown(text)}`).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  const figures = figureWords(read, words, timeOf);
  return `${[
    `# ${inMarkdown(`${title} (#${id})`)}`,
    inMarkdown(t('timeline.asOf', { time: timeOf(read.asOf.toISOString()), zone })),
    `## ${inMarkdown(t('review.figures.heading'))}`,
    toTable([[t('review.figures.figure'), t('review.figures.value')], ...figures]),
    `## ${inMarkdown(t('review.events'))}`,
    ...entries,
  ].join('\n\n')}\n`;
}

/** The same as rows for a spreadsheet: what happened, and below it the figures. Times are ISO 8601 in UTC. */
export function timelineCsv(read: TimelineRead, words: Words, timeOf: TimeOf): string {
  const { t } = words;
  const rows = read.entries.toReversed().map((entry): Cell[] => {
    const { heading, author, stage, mark, said, facts } = wordsOfEntry(entry, read, words, timeOf);
    const told = toldIn(entry);
    return [
      entry.at,
      author,
      [heading, mark].filter(Boolean).join(', '),
      stage ? t(`stage.${stage}`) : '',
      said.join('\n'),
      told?.told ?? '',
      told?.total ?? '',
      facts.map(({ text }) => text).join('\n'),
    ];
  });
  const figures = figureWords(read, words, timeOf);
  const head = COLUMNS.map((column) => t(`review.columns.${column}`));
  return toCsv([head, ...rows, [], [t('review.figures.figure'), t('review.figures.value')], ...figures]);
}

const COLUMNS = ['time', 'who', 'what', 'stage', 'said', 'told', 'total', 'facts'] as const;

function toldIn(entry: Entry) {
  return entry.kind === 'update' || entry.kind === 'rca' || entry.kind === 'told' ? entry.told : undefined;
}
