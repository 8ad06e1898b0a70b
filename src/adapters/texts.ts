import type { ReplyTextsOf } from '../domain/replyTexts.ts';
import type { ReplyTexts } from '../ports.ts';

// A folder of files, one for each language, each loaded when somebody reads or writes it.
const files = import.meta.glob<Translation>('../../translations/*.json', { import: 'default' });

interface Translation {
  readonly phrases: unknown;
  readonly replies: ReplyTextsOf;
}

const loaders = new Map(
  Object.entries(files).map(([path, load]) => [/([^/]+)\.json$/.exec(path)?.[1] ?? path, load]),
);

export const replyTexts: ReplyTexts = {
  languages: [...loaders.keys()],
  async load(language) {
    return (await load(language)).replies;
  },
};

/** The interface's phrases in a language that `replyTexts.languages` names. */
export async function loadPhrases(language: string): Promise<unknown> {
  return (await load(language)).phrases;
}

async function load(language: string): Promise<Translation> {
  const file = loaders.get(language);
  if (!file) throw new Error(`no texts in ${language}`);
  return file();
}
