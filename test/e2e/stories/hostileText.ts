import { cleanText } from '../../../src/domain/markup.ts';

/** A text as a reader sees it: without signs that have no width, and with any number of blanks as one. */
export function plain(text: string): string {
  return cleanText(text)
    .replace(/[\u2060\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the field on the incident's ticket holds. */
export const MOST_SIGNS = 64_000;
// Zendesk cuts a comment at 64 kB; a reply that would be cut is refused. Signs that HTML spells out count as spelled.
const LONGEST = 60 * 1024;

export function isTooLong(text: string): boolean {
  const spelled = text.slice(0, MOST_SIGNS).replace(/[&<>"']/g, '&#38;');
  return new TextEncoder().encode(spelled).length > LONGEST;
}
