import { CONCEPTS } from './concepts.ts';
import { fold } from './script.ts';

/** What a word of any of our languages stands for. */
export interface Concept {
  readonly name: string;
  /** It speaks of something that went wrong. */
  readonly isTrouble: boolean;
  /** Customers write about it on any day. */
  readonly isEveryday: boolean;
}

const concepts: Concept[] = [];
const whole = new Map<string, Concept>();
const beginnings = new Map<string, Concept>();
// Phrases by their first word; scripts without spaces, and words that Arabic joins to others, are looked for anywhere.
const phrases = new Map<string, { readonly words: readonly string[]; readonly concept: Concept }[]>();
const signs: [sign: string, concept: Concept][] = [];
for (const line of CONCEPTS.trim().split('\n')) {
  const [, mark, name = '', rest = ''] = /^([!~]?) ?(\S+) (.*)$/.exec(line) ?? [];
  const concept = { name: `=${name}`, isTrouble: mark === '!', isEveryday: mark === '~' };
  concepts.push(concept);
  for (const entry of rest.split(' ')) {
    if (!/^[\p{Script=Latin}$'_-]+$/u.test(entry)) signs.push([fold(entry.replaceAll('_', ' ')), concept]);
    else if (/[_-]/.test(entry)) {
      const words = entry.split(/[_-]/);
      const [first = ''] = words;
      phrases.set(first, [...(phrases.get(first) ?? []), { words, concept }]);
    } else if (entry.endsWith('$') || entry.length <= 3) whole.set(entry.replace('$', ''), concept);
    else beginnings.set(entry, concept);
  }
}
const everyday = new Set(concepts.filter(({ isEveryday }) => isEveryday).map(({ name }) => name));

export const isEveryday = (term: string) => everyday.has(term);

/** What a word stands for, if the bridge knows it; a long German word can stand for several things. */
export function conceptsOf(word: string, language: string): readonly Concept[] {
  const known = whole.get(word) ?? beginningOf(word);
  if (language !== 'de' || word.length < SHORTEST_COMPOUND) return known ? [known] : [];
  const found = new Set(known ? [known] : []);
  for (let at = 3; at <= word.length - 4; at += 1) {
    const concept = whole.get(word.slice(at)) ?? beginningOf(word.slice(at));
    if (concept) found.add(concept);
  }
  return [...found];
}

const SHORTEST_COMPOUND = 9;

function beginningOf(word: string): Concept | undefined {
  for (let length = Math.min(word.length, 14); length >= 4; length -= 1) {
    const found = beginnings.get(word.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

/** A place in a text that speaks of something; in words, `to` is the one after. */
export interface Place {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
}
type Words = readonly { readonly plain: string }[];

/** Where a text speaks of something in several words. */
export function phrasesIn(words: Words): Place[] {
  const found: Place[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const word = words[from]?.plain ?? '';
    for (const phrase of phrases.get(word.endsWith("n't") ? "n't" : word) ?? [])
      if (phrase.words.every((each, at) => at === 0 || words[from + at]?.plain.startsWith(each)))
        found.push({ concept: phrase.concept, from, to: from + phrase.words.length });
  }
  return found;
}

/** The same in scripts that join words to one another; `text` is folded. Arabic joins them to the ends of a word, which is shown whole. */
export function signsIn(text: string): { readonly concept: Concept; readonly written: string }[] {
  return signs.flatMap(([sign, concept]) => {
    const at = text.indexOf(sign);
    if (at < 0) return [];
    if (!ARABIC.test(sign)) return [{ concept, written: sign }];
    const before = /\S*$/.exec(text.slice(0, at))?.[0] ?? '';
    const after = /^[\p{L}\p{M}]*/u.exec(text.slice(at + sign.length))?.[0] ?? '';
    return [{ concept, written: before + sign + after }];
  });
}

const ARABIC = /\p{Script=Arabic}/u;
