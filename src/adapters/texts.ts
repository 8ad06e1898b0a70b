import type { ReplyTextsOf } from '../domain/replyTexts.ts';
import type { ReplyTexts } from '../ports.ts';

// A folder of files, one for each language, each part loaded when somebody reads or writes it.
const phrases = byLanguage(
  import.meta.glob('../../translations/*.json', { query: '?phrases', import: 'default' }),
);
const replies = byLanguage(
  import.meta.glob('../../translations/*.json', { query: '?replies', import: 'default' }),
);

/** The interface's phrases in a language that `replyTexts.languages` names. */
export function loadPhrases(language: string): Promise<unknown> {
  return loaderOf(phrases, language)();
}

export const replyTexts: ReplyTexts = {
  languages: [...replies.keys()],
  load: async (language) => (await loaderOf(replies, language)()) as ReplyTextsOf,
};

type Loaders = ReadonlyMap<string, () => Promise<unknown>>;

function byLanguage(files: Record<string, () => Promise<unknown>>): Loaders {
  return new Map(
    Object.entries(files).map(([path, load]) => [/([^/]+)\.json/.exec(path)?.[1] ?? path, load]),
  );
}

function loaderOf(loaders: Loaders, language: string): () => Promise<unknown> {
  const load = loaders.get(language);
  if (!load) throw new Error(`no texts in ${language}`);
  return load;
}
