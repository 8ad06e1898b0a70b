import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createWords, type Words } from './words.ts';

export { createWords, type Phrase, type Words } from './words.ts';

const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no phrases around this view');
  return words;
}

/** `phrases` is a language's block of the same shape as en.json's; what it lacks falls back to its path. */
export function WithWords(props: {
  language: string;
  phrases: unknown;
  isWhole?: boolean | undefined;
  children: ReactNode;
}) {
  const { language, phrases, isWhole, children } = props;
  const words = useMemo(() => createWords(language, phrases, isWhole), [language, phrases, isWhole]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}
