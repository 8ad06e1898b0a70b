import { cleanTexts, utcTime } from './channelFacts.ts';
import { cut } from './cut.ts';
import type { Incident } from './incident.ts';
import { newestUpdate } from './incident.ts';
import { visibleLines } from './markup.ts';
import type { Stage } from './stage.ts';
import { type StandingWords, standingSentences } from './standingSentences.ts';
import { parseTemplate, toParagraphs } from './template.ts';
import type { TicketId } from './ticket.ts';

/** An update as customers read it inside the product. All of it is public. */
export interface Notice extends NoticeText {
  readonly incident: TicketId;
  readonly n: number;
  readonly postedAt: string;
  /** From then on nobody sees it; absent while the incident runs. */
  readonly expiresAt?: string | undefined;
}

export interface NoticeText {
  readonly title: string;
  /** Lines of text, never markup. */
  readonly text: string;
}

/** The texts of one language, each a Liquid template whose first line is the title after `# `. */
export type NoticeTemplates = Readonly<Record<Stage | 'reopened', string>>;

// The block in the product shows no more of either.
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 3_900;

/** What customers read of the update in force. Values are data: they stay text, whatever is in them. */
export function noticeText(
  incident: Incident,
  words: StandingWords & { readonly notices: NoticeTemplates },
  brand: string,
  language: string,
): NoticeText {
  const { update, stage } = incident;
  const { symptoms, extra, eta } = cleanTexts(incident);
  const at = incident.eta?.at;
  const values = {
    incident: {
      symptoms: inOne(symptoms),
      eta: at ? utcTime(at, language) : eta,
      extra: [...standingSentences(incident, words), inOne(extra)].filter(Boolean).join('\n'),
    },
    brand: { name: brand.trim() },
  };
  const template = parseTemplate(words.notices[update?.reopens ? 'reopened' : stage]);
  const [title = '', ...lines] = visibleLines(toParagraphs(template.fill(values)));
  return { title: cut(title, LONGEST_TITLE), text: cut(lines.join('\n'), LONGEST_TEXT) };
}

const inOne = (text: string) => text.replace(/\n\s*\n+/g, '\n');

// The runbook: "This final notification should have an expiration time set for 1 hour from posting".
const AFTER_THE_END_MS = 60 * 60_000;

/** The notice of the update in force, posted now: after *resolved* it stays for an hour. */
export function noticeOf(incident: Incident, text: NoticeText, now: Date): Notice {
  const ends = new Date(now.getTime() + AFTER_THE_END_MS).toISOString();
  return {
    incident: incident.id,
    n: newestUpdate(incident),
    ...text,
    postedAt: now.toISOString(),
    ...(incident.stage === 'resolved' && { expiresAt: ends }),
  };
}

// More than the block shows, and few enough for a feed that every customer's browser reads.
const MOST_NOTICES = 5;

export function isExpired({ expiresAt }: Notice, now: Date): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
}

/**
 * What is published once `wanted` is, newest first: it takes the place of the incident's older notice, never of a newer
 * one, and what has expired goes. Published a second time, it keeps the time of the first.
 */
export function withNotice(published: readonly Notice[], wanted: Notice, now: Date): Notice[] {
  const own = published.find(({ incident }) => incident === wanted.incident);
  const others = published.filter((each) => each !== own && each.incident !== wanted.incident);
  const winner = own && own.n >= wanted.n ? own : wanted;
  return [winner, ...others]
    .filter((each) => !isExpired(each, now))
    .sort((a, b) => Date.parse(b.postedAt) - Date.parse(a.postedAt))
    .slice(0, MOST_NOTICES);
}
