import { conceptsOf, denies, isNegation, phrasesIn } from './bridge.ts';
import { type Clue, cluesIn } from './clues.ts';
import { isSilent, languageOf, stemOf } from './languages.ts';
import { createCutter, fold, isUnspaced } from './script.ts';

/** What a text is about: what is compared, and the word by which its author put it. */
export interface Features {
  readonly terms: ReadonlyMap<string, string>;
  /** It denies something, or speaks of an error: a question seldom does. */
  readonly isTrouble: boolean;
}

/** A text in its words, as written and as compared. */
export interface Split {
  readonly words: readonly string[];
  readonly plain: readonly string[];
  readonly clues: readonly Clue[];
  readonly denies: boolean;
}

export interface Reader {
  split(text: string): Split;
  /** `spell` puts the word that was meant in place of a typing error. */
  read(split: Split, spell: (word: string) => string): Features;
}

interface Meaning {
  readonly terms: readonly string[];
  readonly isTrouble: boolean;
}

// What is broken is said first; below it are signatures and what was quoted.
const LONGEST_TEXT = 2_000;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Reads texts; a word that it has read before costs nothing. */
export function createReader(): Reader {
  const meanings = new Map<string, Meaning>();
  const plains = new Map<string, string>();
  const cut = createCutter();

  const plainOf = (word: string) => {
    let plain = plains.get(word);
    if (plain === undefined) {
      plain = fold(word);
      plains.set(word, plain);
    }
    return plain;
  };
  const meaningOf = (plain: string, language: string): Meaning => {
    const key = `${language} ${plain}`;
    let meaning = meanings.get(key);
    if (!meaning) {
      meaning = toMeaning(plain, language);
      meanings.set(key, meaning);
    }
    return meaning;
  };

  return {
    split(whole) {
      const text = whole.slice(0, LONGEST_TEXT);
      const found: string[] = text.match(WORD) ?? [];
      const words = found.flatMap((word) => (isUnspaced(word) ? cut(word) : word));
      return { words, plain: words.map(plainOf), clues: cluesIn(text), denies: denies(text) };
    },
    read({ words, plain, clues, denies: isDenial }, spell) {
      const language = languageOf(plain);
      const terms = new Map<string, string>();
      let isTrouble = isDenial;
      const take = (term: string, written: string) => {
        if (!terms.has(term)) terms.set(term, written);
      };
      for (const [term, written] of clues) take(term, written);
      for (const { concept, from, to } of phrasesIn(plain)) {
        take(concept.name, words.slice(from, to).join(' ').toLowerCase());
        if (concept.isTrouble) isTrouble = true;
      }
      plain.forEach((each, index) => {
        const meaning = meaningOf(spell(each), language);
        if (meaning.isTrouble) isTrouble = true;
        for (const term of meaning.terms) take(term, (words[index] ?? each).toLowerCase());
      });
      return { terms, isTrouble };
    },
  };
}

function toMeaning(word: string, language: string): Meaning {
  if (isNegation(word, language)) return { terms: [], isTrouble: true };
  const concepts = conceptsOf(word, language);
  if (concepts.length > 0)
    return { terms: concepts.map(({ name }) => name), isTrouble: concepts.some((each) => each.isTrouble) };
  if (isUnspaced(word)) return { terms: [word], isTrouble: false };
  const tells = word.length > 2 && !/^\d+$/.test(word) && !isSilent(word, language);
  return { terms: tells ? [stemOf(word, language)] : [], isTrouble: false };
}
