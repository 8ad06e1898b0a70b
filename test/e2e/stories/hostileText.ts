import { cleanText } from '../../../src/domain/markup.ts';

/** A text as a reader sees it: without signs that have no width, and with any number of blanks as one. */
export function plain(text: string): string {
  return cleanText(text)
    .replace(/[\u2060\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

// Zendesk cuts a comment at 64 kB; a reply that would be cut is refused. Signs that HTML spells out count as spelled.
const LONGEST = 60_000;

export function isTooLong(text: string): boolean {
  const spelled = text.slice(0, 60_000).replace(/[&<>"']/g, '&#38;');
  return new TextEncoder().encode(spelled).length > LONGEST - 1_500;
}
