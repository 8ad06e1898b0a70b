import {
  type ChannelFacts,
  type ChannelWords,
  cleanTexts,
  fill,
  ticketAddress,
  utcTime,
} from './channelFacts.ts';
import { cut } from './cut.ts';
import { newestUpdate } from './incident.ts';
import { cleanText, oneLine } from './markup.ts';
import type { Receipt } from './record.ts';
import type { ReplyWords } from './reply.ts';
import type { Stage } from './stage.ts';
import { type StandingWords, standingSentences } from './standingSentences.ts';
import type { TicketId } from './ticket.ts';

/** A message for the team's chat. Nothing in it is markup: a text calls nobody, and leads somewhere only by its `href`. */
export interface ChatMessage {
  /** What machines may read of it. */
  readonly about: { readonly account: string; readonly incident: TicketId; readonly n: number };
  /** In one line, for notifications. */
  readonly summary: string;
  readonly parts: readonly ChatPart[];
}
export interface ChatPart {
  readonly lines: readonly (readonly ChatSpan[])[];
  /** Somebody's own words. */
  readonly isQuote?: boolean | undefined;
}
export interface ChatSpan {
  readonly text: string;
  readonly href?: string | undefined;
  readonly isStrong?: boolean | undefined;
}

/** Where a posted message is. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

type Words = Pick<ReplyWords, 'stages'> & StandingWords & { readonly channels: ChannelWords };

// All of a message's texts together stay far below what Slack takes in blocks, which is 13,200 signs as far as people have
// found out (https://github.com/slackapi/bolt-js/issues/2509), and each below the 3,000 that its blocks take.
const LONGEST = { title: 250, text: 2_900, short: 250, missed: 250 };
/** Older ones than these are history, which the incident's timeline has. */
export const MOST_MISSED = 8;

/** The one message that stands in the channel and is kept up to date. */
export function chatRoot(facts: ChannelFacts, { stages, channels }: Words): ChatMessage {
  const { incident, language } = facts;
  const { title, symptoms } = cleanTexts(incident);
  const stage = capital(stages[incident.stage], language);
  const tickets = incident.receipts.find(({ channel }) => channel === 'tickets');
  const severity = fill(channels.severity, { severity: incident.severity });
  const since = fill(channels.since, { time: utcTime(incident.startedAt, language) });
  return {
    about: aboutOf(facts),
    summary: `${stage}: ${cut(title, LONGEST.title)}`,
    parts: toParts(
      [[strong(cut(title, LONGEST.title))], [strong(stage), { text: ` · ${severity} · ${since}` }]],
      quoted(symptoms),
      [
        ...(newestUpdate(incident) === 0 ? [[{ text: channels.untold }]] : []),
        ...etaAndNext(facts, channels),
        ...coverageLine(tickets, channels),
        places(facts, channels),
      ],
    ),
  };
}

/** An update that the chat could not be told at its time. */
export interface Missed {
  readonly n: number;
  readonly stage: Stage;
  readonly symptoms: string;
  readonly at: string;
}

/**
 * The newest update, for the thread; `isAlone` where there is none, so that it says what it is about. What was missed is
 * part of the same message: it comes along or not at all.
 */
export function chatUpdate(
  facts: ChannelFacts,
  words: Words,
  isAlone = false,
  missed: readonly Missed[] = [],
): ChatMessage {
  const { incident } = facts;
  const { stages, channels } = words;
  const { title, symptoms, extra } = cleanTexts(incident);
  const { update } = incident;
  const values = { n: newestUpdate(incident), stage: stages[incident.stage] };
  const heading = fill(update?.reopens ? channels.reopened : channels.update, values);
  const gate = update?.gate && fill(channels.gate, { by: oneLine(update.gate.by) });
  const reason = oneLine(update?.gate?.reason ?? '');
  return {
    about: aboutOf(facts),
    summary: `${heading} · ${cut(title, LONGEST.title)}`,
    parts: toParts(
      [[strong(heading)], ...(isAlone ? [[strong(cut(title, LONGEST.title))]] : [])],
      standingSentences(incident, words).map((text) => [{ text }]),
      quoted(symptoms),
      quoted(extra),
      [
        ...etaAndNext(facts, channels),
        ...(gate ? [[{ text: cut(reason ? `${gate}: ${reason}` : gate, LONGEST.text) }]] : []),
        ...(isAlone ? [places(facts, channels)] : []),
      ],
      ...missedParts(facts, words, missed.slice(-MOST_MISSED)),
    ),
  };
}

const aboutOf = ({ incident, account }: ChannelFacts) => ({
  account,
  incident: incident.id,
  n: newestUpdate(incident),
});

type Lines = ChatPart['lines'];
type Quote = { readonly quote: Lines };

function toParts(...parts: (Lines | Quote)[]): ChatPart[] {
  return parts
    .map((part): ChatPart => ('quote' in part ? { lines: part.quote, isQuote: true } : { lines: part }))
    .filter(({ lines }) => lines.length > 0);
}

function quoted(text: string): Quote {
  return { quote: text ? [[{ text: cut(text, LONGEST.text) }]] : [] };
}

function missedParts(
  { language }: ChannelFacts,
  { stages, channels }: Words,
  missed: readonly Missed[],
): (Lines | Quote)[] {
  if (missed.length === 0) return [];
  const each = missed.flatMap(({ n, stage, symptoms, at }): (Lines | Quote)[] => [
    [[{ text: fill(channels.missedUpdate, { n, stage: stages[stage], time: utcTime(at, language) }) }]],
    { quote: [[{ text: cut(cleanText(symptoms), LONGEST.missed) }]] },
  ]);
  return [[[strong(channels.missed)]], ...each];
}

function etaAndNext({ incident, language }: ChannelFacts, words: ChannelWords): Lines {
  const { eta, by } = cleanTexts(incident);
  const isOver = incident.stage === 'resolved';
  const values = { eta: cut(eta, LONGEST.short), by: cut(by, LONGEST.short) };
  const next = incident.next && !isOver ? fill(words.next, { time: utcTime(incident.next, language) }) : '';
  return [eta && !isOver ? fill(words.eta, values) : '', next].filter(Boolean).map((text) => [{ text }]);
}

function coverageLine(receipt: Receipt | undefined, words: ChannelWords): Lines {
  if (typeof receipt?.told !== 'number' || typeof receipt.total !== 'number') return [];
  const { told, total, n } = receipt;
  return [[{ text: fill(words.told, { told, total, n }) }]];
}

function places({ incident, account, jiraUrl }: ChannelFacts, words: ChannelWords): ChatSpan[] {
  const ticket = {
    text: fill(words.incident, { id: incident.id }),
    href: ticketAddress(account, incident.id),
  };
  const key = cut(oneLine(incident.jiraKey ?? ''), LONGEST.short);
  return key ? [ticket, { text: ' · ' }, { text: key, href: jiraUrl }] : [ticket];
}

const capital = (text: string, language: string) =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

const strong = (text: string): ChatSpan => ({ text, isStrong: true });
