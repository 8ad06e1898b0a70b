import MiniSearch from 'minisearch';

export interface RankedDocument {
  readonly key: string;
  readonly title: string;
  readonly symptoms: string;
  readonly reports: readonly string[];
}

/** The keys of what matches at all, the best first. */
export type Ranker = (text: string, documents: readonly RankedDocument[]) => readonly string[];

/** MiniSearch as it comes. */
export const plainMiniSearch: Ranker = (text, documents) => searchIn(documents, {}, text);

/** MiniSearch as the sidebar ranked by it before: no words that say nothing, beginnings of words, typing errors, titles first. */
export const tunedMiniSearch: Ranker = (text, documents) => {
  const options = {
    processTerm: toTerm,
    searchOptions: {
      boost: { title: 2, symptoms: 1.5 },
      prefix: (term: string) => term.length > 4,
      fuzzy: (term: string) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
    },
  };
  return searchIn(documents, options, text);
};

function searchIn(documents: readonly RankedDocument[], options: object, text: string): string[] {
  const search = new MiniSearch({ fields: ['title', 'symptoms', 'recent'], ...options });
  search.addAll(
    documents.map(({ key, title, symptoms, reports }) => ({
      id: key,
      title,
      symptoms,
      recent: reports.join('\n'),
    })),
  );
  return search.search(text).map(({ id }) => String(id));
}

const SILENT = new Set(
  (
    'the and for you your our are was with that this have has had not but from can cannot could please thanks thank hello ' +
    'hey dear help need when what why how get got just since today again still been they them there here would about after ' +
    'los las una que con por para del esta este como pero mas muy hola gracias favor desde cuando hay sus ' +
    'les des une est pas pour dans avec sur bonjour merci depuis vous nous mon mes ' +
    'und der die das ist nicht ein eine ich wir sie mit auf bei hallo danke bitte seit ' +
    'uma não nao com meu minha olá ola obrigado desde'
  ).split(' '),
);

function toTerm(term: string): string | null {
  const plain = term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const isShort = plain.length < 3 && /^[\p{Script=Latin}\d]+$/u.test(plain);
  return isShort || SILENT.has(plain) ? null : plain;
}
