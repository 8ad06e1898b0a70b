import { type ChannelFacts, type ChannelWords, cleanTexts, fill, utcTime } from './channelFacts.ts';
import { cut } from './cut.ts';
import type { Incident } from './incident.ts';
import { newestUpdate } from './incident.ts';
import type { Stage } from './stage.ts';
import { type StandingWords, standingSentences } from './standingSentences.ts';
import type { TicketId } from './ticket.ts';

/** What an incident on the page says of itself, so that it is found again and never made twice. */
export interface PageMark {
  readonly account: string;
  readonly incident: TicketId;
}

/** One update as the public reads it. */
export interface PageUpdate extends PageMark {
  readonly n: number;
  readonly name: string;
  readonly body: string;
  readonly stage: Stage;
  readonly severity: Incident['severity'];
}

// https://developer.statuspage.io/#operation/postPagesPageIdIncidents: 255 and 25,000; a page is for reading.
const LONGEST_NAME = 250;
const LONGEST_TEXT = 5_000;

/** The newest update for the status page: what customers are told, without names of people. */
export function pageUpdate(
  facts: ChannelFacts,
  words: StandingWords & { readonly channels: ChannelWords },
): PageUpdate {
  const { incident, account, language } = facts;
  const { channels } = words;
  const { title, symptoms, extra, eta } = cleanTexts(incident);
  const isOver = incident.stage === 'resolved';
  const time = incident.next && !isOver ? utcTime(incident.next, language) : '';
  const parts = [
    incident.update?.noNews ? '' : channels.pageStages[incident.stage],
    ...standingSentences(incident, words),
    symptoms,
    extra,
    eta && !isOver ? fill(channels.pageEta, { eta }) : '',
    time && fill(channels.pageNext, { time }),
  ];
  return {
    account,
    incident: incident.id,
    n: newestUpdate(incident),
    name: cut(disarmMarkup(title), LONGEST_NAME) || `#${incident.id}`,
    body: parts
      .filter(Boolean)
      .map((text) => cut(disarmMarkup(text), LONGEST_TEXT))
      .join('\n\n'),
    stage: incident.stage,
    severity: incident.severity,
  };
}

const WORD_JOINER = '\u2060';

/**
 * Keeps a text from becoming HTML or Markdown, of which no page says whether Statuspage takes it: an invisible sign that
 * allows no line break goes where a tag, an entity or a link would start. It reads the same wherever it is shown as text.
 */
export function disarmMarkup(text: string): string {
  return text.replace(/<(?=[a-z/!?])|&(?=[#a-z])|\](?=[([])/gi, (sign) => sign + WORD_JOINER);
}
