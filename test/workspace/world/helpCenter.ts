import type { Clock } from './clock.ts';

export interface ArticleTranslation {
  readonly id: number;
  readonly locale: string;
  title: string;
  body: string;
  draft: boolean;
  updatedAt: number;
  /** What the search index may still say, oldest first. */
  readonly earlier: { readonly until: number; readonly body: string }[];
}

export interface Article {
  readonly id: number;
  readonly sourceLocale: string;
  labels: string[];
  /** `null`: everybody may read it, signed in or not. */
  userSegmentId: number | null;
  draft: boolean;
  readonly translations: Map<string, ArticleTranslation>;
}

/** Zendesk's Help Center, as far as articles go. */
export interface HelpCenter {
  readonly articles: Map<number, Article>;
  /** Agents who may edit articles; all that are not light agents unless said. */
  editors: Set<number> | undefined;
  /** Whether other sites may read one article. Documented for the search alone. */
  articlesHaveCors: boolean;
  article(id: number): Article;
  /** An admin writes an article: the first locale is its source. */
  addArticle(article: {
    id: number;
    title: string;
    locales: readonly [string, ...string[]];
    labels?: string[];
  }): Article;
  write(article: Article, locale: string, body: string): void;
}

export function createHelpCenter(clock: Clock): HelpCenter {
  const center: HelpCenter = {
    articles: new Map(),
    editors: undefined,
    articlesHaveCors: true,
    article(id) {
      const found = center.articles.get(id);
      if (!found) throw new Error(`The world's Help Center has no article ${id}.`);
      return found;
    },
    addArticle({ id, title, locales, labels = [] }) {
      const translations = locales.map((locale, index): [string, ArticleTranslation] => [
        locale,
        {
          id: id * 10 + index,
          locale,
          title,
          body: '',
          draft: false,
          updatedAt: clock.now(),
          earlier: [],
        },
      ]);
      const article: Article = {
        id,
        sourceLocale: locales[0],
        labels,
        userSegmentId: null,
        draft: false,
        translations: new Map(translations),
      };
      center.articles.set(id, article);
      return article;
    },
    write(article, locale, body) {
      const translation = article.translations.get(locale);
      if (!translation) throw new Error(`Article ${article.id} has no translation ${locale}.`);
      translation.earlier.push({ until: clock.now(), body: translation.body });
      translation.body = body;
      translation.updatedAt = clock.now();
    },
  };
  return center;
}
