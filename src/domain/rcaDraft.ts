import { cleanText } from './markup.ts';
import type { Rca } from './record.ts';

export type RcaTrouble = 'text missing' | 'text long' | 'texts long';

// The record is one field of 65,536 characters, and holds more than this.
const LONGEST_TEXT = 10_000;
const LONGEST_TEXTS = 30_000;

/** The texts without invisible signs and empty ones; or what is wrong with them. */
export function planRca({
  texts,
  language,
  to,
}: Rca): { readonly rca: Rca } | { readonly troubles: readonly RcaTrouble[] } {
  const clean = Object.entries(texts).flatMap(([code, text]) => {
    const written = cleanText(text);
    return written ? [[code, written] as const] : [];
  });
  const size = (list: readonly (readonly [string, string])[]) =>
    list.reduce((sum, [, text]) => sum + text.length, 0);
  const troubles = (
    [
      !clean.some(([code]) => code === language) && 'text missing',
      clean.some(([, text]) => text.length > LONGEST_TEXT) && 'text long',
      size(clean) > LONGEST_TEXTS && 'texts long',
    ] as const
  ).filter((each) => each !== false);
  return troubles.length > 0 ? { troubles } : { rca: { texts: Object.fromEntries(clean), language, to } };
}

/** The language in which a customer gets it: theirs where it was written in that, else the one of the others. */
export function rcaLanguage({ texts, language }: Rca, wanted: string): string {
  return Object.hasOwn(texts, wanted) ? wanted : language;
}
