import { badRequest } from './refusal.ts';

/**
 * What `~` matches: every word has to be there, a quoted phrase as a whole, `*` ends a beginning.
 * https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function textQuery(field: string, query: string): (text: string) => boolean {
  const trimmed = query.trim();
  if (!trimmed) throw badRequest(`The field '${field}' does not support searching for an empty string.`);
  if (/^[*?]/.test(trimmed))
    throw badRequest(
      `The text query '${query}' for field '${field}' is not allowed to start with '${trimmed[0]}'.`,
    );
  const plain = trimmed.replace(/\\./g, ' ');
  if (
    count(plain, /"/g) % 2 ||
    !BRACKETS.every(([open, close]) => count(plain, open) === count(plain, close))
  )
    throw badRequest(`Unable to parse the text '${query}' for field '${field}'.`);
  const phrases = [...trimmed.matchAll(/"([^"]*)"/g)].map(([, phrase = '']) => wordsOf(phrase).join(' '));
  const words = trimmed
    .replace(/"[^"]*"/g, ' ')
    .split(/\s+/)
    .map((word) => ({ parts: wordsOf(word), isBeginning: word.endsWith('*') }))
    .filter(({ parts }) => parts.length);
  return (text) => {
    const known = wordsOf(text);
    const line = ` ${known.join(' ')} `;
    return (
      phrases.every((phrase) => line.includes(` ${phrase} `)) &&
      words.every(({ parts, isBeginning }) =>
        parts.every((part) =>
          known.some((word) => (isBeginning ? word.startsWith(part) : stem(word) === stem(part))),
        ),
      )
    );
  };
}

const BRACKETS: [RegExp, RegExp][] = [
  [/\(/g, /\)/g],
  [/\[/g, /\]/g],
  [/\{/g, /\}/g],
];

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// As far as English goes in an index: "errors" is found by "error".
const stem = (word: string) => (word.length > 3 ? word.replace(/(?:es|s)$/, '') : word);
