import type { ReplyTextsOf } from '../domain/replyTexts.ts';
import type { ReplyTexts } from '../ports.ts';

// A folder of files, one for each language, each part loaded when somebody reads or writes it.
const firstPhrases = byLanguage(
  import.meta.glob('../../translations/*.json', { query: '?firstPhrases', import: 'default' }),
);
const otherPhrases = byLanguage(
  import.meta.glob('../../translations/*.json', { query: '?otherPhrases', import: 'default' }),
);
const replies = byLanguage(
  import.meta.glob('../../translations/*.json', { query: '?replies', import: 'default' }),
);

/** What the sidebar's first view says, in a language that `replyTexts.languages` names. */
export function loadFirstPhrases(language: string): Promise<unknown> {
  return loaderOf(firstPhrases, language)();
}

/** All of the interface's phrases. */
export async function loadPhrases(language: string): Promise<unknown> {
  const parts = await Promise.all([loadFirstPhrases(language), loaderOf(otherPhrases, language)()]);
  return Object.assign({}, ...parts);
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
