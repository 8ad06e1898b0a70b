import { conceptsOf, phrasesIn, signsIn } from './bridge.ts';
import { type Clue, cluesIn } from './clues.ts';
import { isSilent, languageOf, languagesOf, stemOf } from './languages.ts';
import { createCutter, fold, isUnspaced } from './script.ts';
import { asks, denies, isNegation } from './tone.ts';

/** What a text is about: what is compared, and the word by which its author put it. */
export interface Features {
  readonly terms: ReadonlyMap<string, string>;
  /** It denies something, or speaks of an error. */
  readonly isTrouble: boolean;
  /** It asks something. */
  readonly asks: boolean;
}

/** A text in its words. */
export interface Split {
  readonly words: readonly Word[];
  readonly clues: readonly Clue[];
  /** What is said in a script that joins words to one another. */
  readonly signs: ReturnType<typeof signsIn>;
  readonly denies: boolean;
  readonly asks: boolean;
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
  read(split: Split, spell?: Spell): Features;
}

type Spell = (word: string) => string;

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
  const wordsIn = remembered((run: string): readonly Word[] =>
    (isUnspaced(run) ? cut(run) : [run]).map((written) => {
      const plain = fold(written);
      return { written: written.toLowerCase(), plain, languages: languagesOf(plain) };
    }),
  );
  const meaningsBy = remembered((spell: Spell) =>
    remembered((language: string) => remembered(({ plain }: Word) => toMeaning(spell(plain), language))),
  );

  return {
    split(whole) {
      const text = whole.slice(0, LONGEST_TEXT);
      const words: Word[] = [];
      for (const run of text.match(WORD) ?? []) for (const word of wordsIn(run)) words.push(word);
      return {
        words,
        clues: cluesIn(text),
        signs: isUnspaced(text) || ARABIC.test(text) ? signsIn(fold(text)) : [],
        denies: denies(text),
        asks: asks(text),
      };
    },
    read({ words, clues, signs, denies: isDenial, asks: isQuestion }, spell = asWritten) {
      const terms = new Map<string, string>();
      let isTrouble = isDenial;
      const take = (term: string, written: string) => {
        if (!terms.has(term)) terms.set(term, written);
      };
      for (const [term, written] of clues) take(term, written);
      const phrases = phrasesIn(words);
      const said = phrases.map(({ concept, from, to }) => ({
        concept,
        written: writtenIn(words.slice(from, to)),
      }));
      for (const { concept, written } of [...said, ...signs]) {
        take(concept.name, written);
        if (concept.isTrouble) isTrouble = true;
      }
      // A word of a phrase means nothing by itself.
      const inPhrase = new Set(phrases.flatMap(({ from, to }) => words.slice(from, to)));
      const meaningOf = meaningsBy(spell)(languageOf(words));
      for (const word of words) {
        const meaning = meaningOf(word);
        if (meaning.isTrouble) isTrouble = true;
        if (inPhrase.size > 0 && inPhrase.has(word)) continue;
        for (const term of meaning.terms) take(term, word.written);
      }
      return { terms, isTrouble, asks: isQuestion };
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

function remembered<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new Map<Key, T>();
  return (key) => {
    let found = made.get(key);
    if (found === undefined) {
      found = make(key);
      made.set(key, found);
    }
    return found;
  };
}
