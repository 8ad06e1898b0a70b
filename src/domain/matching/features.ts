import { conceptsOf, denies, isNegation, phrasesIn, signsIn } from './bridge.ts';
import { type Clue, cluesIn } from './clues.ts';
import { isSilent, languageOf, languagesOf, stemOf } from './languages.ts';
import { createCutter, fold, isUnspaced } from './script.ts';

/** What a text is about: what is compared, and the word by which its author put it. */
export interface Features {
  readonly terms: ReadonlyMap<string, string>;
  /** It denies something, or speaks of an error: a question seldom does. */
  readonly isTrouble: boolean;
}

/** A text in its words. */
export interface Split {
  readonly words: readonly Word[];
  readonly clues: readonly Clue[];
  readonly hasSigns: boolean;
  readonly denies: boolean;
}

interface Word {
  readonly written: string;
  /** As it is compared. */
  readonly plain: string;
  /** In which it is one of the words that say nothing. */
  readonly languages: ReadonlySet<string>;
}

export interface Reader {
  split(text: string): Split;
  /** `spell` puts the word that was meant in place of a typing error. */
  read(split: Split, spell?: (word: string) => string): Features;
}

interface Meaning {
  readonly terms: readonly string[];
  readonly isTrouble: boolean;
}

// What is broken is said first; below it are signatures and what was quoted.
const LONGEST_TEXT = 2_000;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Reads texts; a word that it has read before costs little. */
export function createReader(): Reader {
  const cut = createCutter();
  const wordsIn = remembered((run): readonly Word[] =>
    (isUnspaced(run) ? cut(run) : [run]).map((written) => {
      const plain = fold(written);
      return { written: written.toLowerCase(), plain, languages: languagesOf(plain) };
    }),
  );
  const meanings = new Map<string, (word: string) => Meaning>();
  const meaningsIn = (language: string) => {
    const known = meanings.get(language) ?? remembered((word) => toMeaning(word, language));
    meanings.set(language, known);
    return known;
  };

  return {
    split(whole) {
      const text = whole.slice(0, LONGEST_TEXT);
      const words: Word[] = [];
      for (const run of text.match(WORD) ?? []) for (const word of wordsIn(run)) words.push(word);
      return {
        words,
        clues: cluesIn(text),
        hasSigns: isUnspaced(text) || ARABIC.test(text),
        denies: denies(text),
      };
    },
    read({ words, clues, hasSigns, denies: isDenial }, spell = asWritten) {
      const terms = new Map<string, string>();
      let isTrouble = isDenial;
      const take = (term: string, written: string) => {
        if (!terms.has(term)) terms.set(term, written);
      };
      for (const [term, written] of clues) take(term, written);
      const phrases = phrasesIn(words);
      for (const { concept, from, to } of hasSigns ? [...phrases, ...signsIn(words)] : phrases) {
        take(concept.name, writtenIn(words.slice(from, to)));
        if (concept.isTrouble) isTrouble = true;
      }
      // A word of a phrase means nothing by itself.
      const inPhrase = (at: number) => phrases.some(({ from, to }) => at >= from && at < to);
      const meaningOf = meaningsIn(languageOf(words));
      for (const [at, { plain, written }] of words.entries()) {
        const meaning = meaningOf(spell(plain));
        if (meaning.isTrouble) isTrouble = true;
        if (meaning.terms.length === 0 || inPhrase(at)) continue;
        for (const term of meaning.terms) take(term, written);
      }
      return { terms, isTrouble };
    },
  };
}

const ARABIC = /\p{Script=Arabic}/u;
const asWritten = (word: string) => word;
const writtenIn = (words: readonly Word[]) => words.map(({ written }) => written).join(' ');

function toMeaning(word: string, language: string): Meaning {
  if (isNegation(word, language)) return { terms: [], isTrouble: true };
  const concepts = conceptsOf(word, language);
  if (concepts.length > 0)
    return { terms: concepts.map(({ name }) => name), isTrouble: concepts.some((each) => each.isTrouble) };
  if (isUnspaced(word)) return { terms: [word], isTrouble: false };
  const tells = word.length > 2 && !/^\d+$/.test(word) && !isSilent(word, language);
  return { terms: tells ? [stemOf(word, language)] : [], isTrouble: false };
}

function remembered<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    let found = made.get(word);
    if (found === undefined) {
      found = make(word);
      made.set(word, found);
    }
    return found;
  };
}
