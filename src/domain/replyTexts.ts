import type { ChannelWords } from './channelFacts.ts';
import type { NoticeTemplates } from './notice.ts';
import type { ReplyWords } from './reply.ts';
import type { Stage } from './stage.ts';

/**
 * What a customer reads: the text of the stage, the apology to one who took the incident for over, where to read it, why it
 * happened, or that their ticket is about another problem.
 */
export type ReplyKind = Stage | 'reopened' | 'pointer' | 'rca' | 'moved';

/** The built-in customer texts of one language: a Liquid template for each kind, and the words around them. */
export interface ReplyTextsOf extends ReplyWords {
  readonly templates: Readonly<Record<ReplyKind, string>>;
  /** What other channels are told in. */
  readonly channels: ChannelWords;
  /** What customers read inside the product. */
  readonly notices: NoticeTemplates;
}

export interface LanguageChoice {
  readonly language: string;
  /** The customer's own language when there are no texts in it; worth saying to the agent. */
  readonly missing?: string | undefined;
}

/** The language to answer in: the customer's (region, then language), else the account's, else English. */
export function chooseLanguage(
  available: readonly string[],
  wanted: string | undefined,
  fallback: string,
): LanguageChoice {
  const own = wanted ? closest(available, wanted) : undefined;
  if (own) return { language: own };
  const language = closest(available, fallback) ?? 'en';
  return wanted ? { language, missing: wanted } : { language };
}

function closest(available: readonly string[], wanted: string): string | undefined {
  const exact = available.find((language) => language.toLowerCase() === wanted.toLowerCase());
  return exact ?? available.find((language) => languageOf(language) === languageOf(wanted));
}

// `und` (not determined) for what is no language: it may not pass for English, and nobody has texts in it.
function languageOf(locale: string): string {
  try {
    return new Intl.Locale(locale).language;
  } catch {
    return 'und';
  }
}
