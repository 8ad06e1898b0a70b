import { isRightToLeft } from './direction.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { cleanText, disarmPlaceholders, escapeHtml, oneLine, visibleLines } from './markup.ts';
import { momentFor } from './moment.ts';
import { rcaLanguage } from './rcaDraft.ts';
import type { Stage } from './stage.ts';
import { type StandingWords, standingSentences } from './standingSentences.ts';
import { type Template, toParagraphs } from './template.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** Whom a reply is for. Zendesk may know neither language nor time zone. */
export interface Customer {
  readonly name: string;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** Under whose name customers know the company. A ticket of another brand than the one that is known names none. */
export interface Brand {
  readonly id?: number | undefined;
  readonly name?: string | undefined;
}

export interface ReplyFacts {
  readonly incident: Incident;
  readonly ticket: Pick<Ticket, 'id' | 'subject'>;
  readonly customer: Customer;
  readonly agent: { readonly name: string };
  readonly brand: { readonly name: string };
  readonly now: Date;
  /** Another report of the same customer, where they have the whole text. */
  readonly first?: TicketId | undefined;
}

/** The words of one language that a reply is built of, beside its templates. */
export interface ReplyWords extends StandingWords {
  /** With `{time}`. */
  readonly today: string;
  /** With `{city}`. */
  readonly zone: string;
  readonly stages: Readonly<Record<Stage, string>>;
  /** What every reply of a rehearsal begins with. */
  readonly drill: string;
}

export interface Reply {
  readonly n: number;
  readonly stage: Stage;
  readonly html: string;
  /** What a reader sees of it, line by line: how it is recognised in a composer. */
  readonly lines: readonly string[];
}

// Zendesk cuts a comment silently at 64 kB; room is left for the agent's own words and the signature.
// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
const LONGEST_REPLY_BYTES = 60 * 1024;

/** The rendered text would be cut by Zendesk. */
export class ReplyTooLong extends Error {}

/** Renders the update in force for one customer. Values are data: none becomes HTML, Liquid or a Zendesk placeholder. */
export function renderReply(
  template: Template,
  facts: ReplyFacts,
  words: ReplyWords,
  language: string,
): Reply {
  const filled = template.fill(valuesOf(facts, words, language));
  const isRtl = isRightToLeft(language);
  const body = template.isHtml ? filled : toParagraphs(filled, isRtl);
  // Before whatever an admin's macro says, and never an empty reply alone.
  const html = disarmPlaceholders(facts.incident.isDrill && body ? drillLine(words, isRtl) + body : body);
  if (new TextEncoder().encode(html).length > LONGEST_REPLY_BYTES) throw new ReplyTooLong();
  return { n: newestUpdate(facts.incident), stage: facts.incident.stage, html, lines: visibleLines(html) };
}

function drillLine({ drill }: ReplyWords, isRtl: boolean): string {
  return `<p${isRtl ? ' dir="rtl"' : ''}><strong>${escapeHtml(drill)}</strong></p>`;
}

function valuesOf(
  { incident, ticket, customer, agent, brand, now, first }: ReplyFacts,
  words: ReplyWords,
  language: string,
) {
  const reader = { locale: localeOf(customer, language), timeZone: customer.timeZone };
  const moment = (time: string | undefined) => (time ? momentFor(new Date(time), now, reader, words) : '');
  return {
    incident: {
      id: incident.id,
      title: oneLine(incident.title),
      stage: words.stages[incident.stage],
      symptoms: paragraph(incident.symptoms),
      eta: incident.eta?.at ? moment(incident.eta.at) : oneLine(incident.eta?.text ?? ''),
      next_update: moment(incident.next),
      started: moment(incident.startedAt),
      update: newestUpdate(incident),
      extra: paragraph(extraOf(incident, words)),
      rca: rcaOf(incident, language),
    },
    ticket: {
      id: ticket.id,
      title: oneLine(ticket.subject),
      requester: { name: oneLine(customer.name), first_name: firstName(customer.name) },
    },
    agent: { name: oneLine(agent.name), first_name: firstName(agent.name) },
    brand: { name: oneLine(brand.name) },
    ...(first !== undefined && { first: { id: first } }),
  };
}

function extraOf(incident: Incident, words: ReplyWords): string {
  return [...standingSentences(incident, words), incident.update?.extra ?? ''].filter(Boolean).join('\n');
}

// It is a text of its own, with paragraphs.
function rcaOf({ update }: Incident, language: string): string {
  const rca = update?.rca;
  return rca ? cleanText(rca.texts[rcaLanguage(rca, language)] ?? '') : '';
}

// The customer's own region writes times its way ("13:30", "1:30 PM"), as long as it is the language of the text.
function localeOf(customer: Customer, language: string): string {
  const own = customer.locale ?? '';
  return own.split('-')[0]?.toLowerCase() === language.split('-')[0]?.toLowerCase() ? own : language;
}

// Blank lines would part a value from its sentence.
function paragraph(text: string): string {
  return cleanText(text).replace(/\n\s*\n+/g, '\n');
}

const LONGEST_FIRST_NAME = 40;

/** The name to greet by; empty when what stands there is no name (an address, a number, a slogan). */
export function firstName(name: string): string {
  const first = oneLine(name).split(' ')[0] ?? '';
  // A dot is for initials ("J.R."): before two letters it makes a host name, which mail programs turn into a link.
  const isName =
    /^\p{L}(?:[\p{L}\p{M}'’-]|\.(?!\p{L}{2}))*$/u.test(first) && first.length <= LONGEST_FIRST_NAME;
  return isName ? first : '';
}
