import type { Incident } from '../domain/incident.ts';
import { type Reply, ReplyTooLong, renderReply } from '../domain/reply.ts';
import { chooseLanguage } from '../domain/replyTexts.ts';
import { parseTemplate } from '../domain/template.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type Macro, type Ports, ServiceError } from '../ports.ts';

export interface Prepared {
  readonly reply: Reply;
  readonly customer: string;
  readonly language: string;
  /** The customer's language, when there are no texts in it. */
  readonly missing?: string | undefined;
  /** The macro that the text comes from, or would have come from if it worked. */
  readonly macro?: { readonly title: string; readonly trouble?: string | undefined } | undefined;
  /** Why nobody can tell whether a macro would have been used. */
  readonly macrosTrouble?: string | undefined;
}

export const MACRO_PREFIX = 'Allclear::';

/** Renders the reply in force for the customer of the open ticket: an admin's macro for the stage, else the built-in text. */
export async function prepareReply(
  { tickets, form, replyTexts, settings, clock }: Ports,
  incident: Incident,
  ticket: Ticket,
): Promise<Prepared> {
  const [me, customer, brand, macros] = await Promise.all([
    tickets.me(),
    form.customer(),
    form.brand(),
    tickets.macros(MACRO_PREFIX).catch(whyNot),
  ]);
  const { language, missing } = chooseLanguage(replyTexts.languages, customer.locale, settings.replyLanguage);
  const texts = await replyTexts.load(language);
  const now = clock.now();
  const facts = { incident, ticket, customer, agent: me, brand: { name: brand.name ?? '' }, now };
  const builtIn = () => renderReply(parseTemplate(texts.templates[incident.stage]), facts, texts, language);
  const prepared = { customer: customer.name, language, missing };

  if (typeof macros === 'string') return { ...prepared, reply: builtIn(), macrosTrouble: macros };
  const macro = macroFor(macros, incident.stage, language);
  if (!macro) return { ...prepared, reply: builtIn() };
  try {
    const reply = renderReply(parseTemplate(macro.text, macro.isHtml), facts, texts, language);
    if (reply.lines.length === 0) throw new Error('it comes out empty');
    return { ...prepared, missing: undefined, reply, macro: { title: macro.title } };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const trouble = error instanceof ReplyTooLong ? 'it is longer than Zendesk allows' : error.message;
    return { ...prepared, reply: builtIn(), macro: { title: macro.title, trouble } };
  }
}

/** `Allclear::Identified::es` before `Allclear::Identified`. */
function macroFor(macros: readonly Macro[], stage: string, language: string): Macro | undefined {
  const titled = (title: string) =>
    macros.find((macro) => macro.title.trim().toLowerCase() === title.toLowerCase());
  return titled(`${MACRO_PREFIX}${stage}::${language}`) ?? titled(MACRO_PREFIX + stage);
}

function whyNot(error: unknown): string {
  if (error instanceof ServiceError) return error.message;
  throw error;
}
