import type { Incident } from '../domain/incident.ts';
import { rcaLanguage } from '../domain/rcaDraft.ts';
import { isRelapse } from '../domain/reopen.ts';
import { type Customer, type Reply, ReplyTooLong, renderReply } from '../domain/reply.ts';
import { chooseLanguage, type ReplyKind, type ReplyTextsOf } from '../domain/replyTexts.ts';
import { parseTemplate, type Template } from '../domain/template.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { Macro, ReplyTexts } from '../ports.ts';

export interface Prepared {
  readonly reply: Reply;
  readonly customer: string;
  /** What the text is written in, as far as anybody knows: its values are, too. */
  readonly language: string;
  /** The customer's language, when the text is not in it. */
  readonly missing?: string | undefined;
  /** The macro that the text comes from, or would have come from if it worked. */
  readonly macro?: { readonly title: string; readonly trouble?: string | undefined } | undefined;
  /** Why nobody can tell whether a macro would have been used. */
  readonly macrosTrouble?: string | undefined;
}

export const MACRO_PREFIX = 'Allclear::';

/** What replies are made of, whoever they are for. */
export interface ReplySources {
  /** The admin's macros, or why they can't be read. */
  readonly macros: readonly Macro[] | string;
  readonly replyTexts: ReplyTexts;
  readonly fallback: string;
  readonly agent: { readonly name: string };
}

export type WriteReply = (
  incident: Incident,
  ticket: Pick<Ticket, 'id' | 'subject' | 'status' | 'fields'>,
  customer: Customer,
  brand: { readonly name: string },
  now: Date,
  /** Another report where this customer has the whole text: here they only read that. */
  first?: TicketId,
  /** The ticket has hung on another incident until now: this says so. */
  isMoved?: boolean,
) => Promise<Prepared>;

/** Makes replies, one for each customer: an admin's macro for this kind of reply, else the built-in text. Templates are read once. */
export function createReplyWriter({ macros, replyTexts, fallback, agent }: ReplySources): WriteReply {
  const parsed = new Map<string, Template>();
  const parse = (text: string, isHtml = false) => {
    const key = `${isHtml}\n${text}`;
    const known = parsed.get(key);
    if (known) return known;
    const template = parseTemplate(text, isHtml);
    parsed.set(key, template);
    return template;
  };
  const texts = new Map<string, ReplyTextsOf>();
  const textsIn = async (language: string) => {
    const known = texts.get(language) ?? (await replyTexts.load(language));
    texts.set(language, known);
    return known;
  };

  const account = chooseLanguage(replyTexts.languages, undefined, fallback).language;

  return async (incident, ticket, customer, brand, now, first, isMoved) => {
    const chosen = chooseLanguage(replyTexts.languages, customer.locale, fallback);
    const { rca, by, at } = incident.update ?? {};
    const language = rca ? rcaLanguage(rca, chosen.language) : chosen.language;
    const missing = language === chosen.language ? chosen.missing : customer.locale;
    // The RCA reads the same from whoever sends it, and whenever: a ticket is made once for one text.
    const facts = rca
      ? { incident, ticket, customer, agent: by ?? agent, brand, now: new Date(at ?? now), first }
      : { incident, ticket, customer, agent, brand, now, first };
    const told = rca ? 'rca' : isRelapse(incident, ticket) ? 'reopened' : incident.stage;
    const whole = isMoved ? 'moved' : told;
    const kind: ReplyKind = first === undefined ? whole : 'pointer';
    const builtIn = async () => {
      const words = await textsIn(language);
      const reply = renderReply(parse(words.templates[kind]), facts, words, language);
      return { reply, customer: customer.name, language, missing };
    };

    if (typeof macros === 'string') return { ...(await builtIn()), macrosTrouble: macros };
    const own = macroOf(macros, `${kind}::${language}`);
    const macro = own ?? macroOf(macros, kind);
    if (!macro) return builtIn();
    // What it is written in its title does not say; an account writes to everybody in its own language.
    const written = own ? language : account;
    const isOther = written !== language || missing !== undefined;
    try {
      const reply = renderReply(parse(macro.text, macro.isHtml), facts, await textsIn(written), written);
      if (reply.lines.length === 0) throw new Error('it comes out empty');
      return {
        reply,
        customer: customer.name,
        language: written,
        missing: isOther ? customer.locale : undefined,
        macro: { title: macro.title },
      };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const trouble = error instanceof ReplyTooLong ? 'it is longer than Zendesk allows' : error.message;
      return { ...(await builtIn()), macro: { title: macro.title, trouble } };
    }
  };
}

/** The macro titled `Allclear::Identified::es` or `Allclear::Identified`, in whatever case. */
function macroOf(macros: readonly Macro[], name: string): Macro | undefined {
  const title = MACRO_PREFIX + name;
  return macros.find((macro) => macro.title.trim().toLowerCase() === title.toLowerCase());
}
