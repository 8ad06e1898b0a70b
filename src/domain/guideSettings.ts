/** How the notice in the product is published. */
export type GuideSettings =
  | {
      readonly by: 'guide';
      readonly host: string;
      readonly guide: string;
      /** Whom the guide is for; as the admin has set it up when absent. */
      readonly segment?: string | undefined;
      /** Of the Help Center, which the guide's code block reads. */
      readonly article: string;
    }
  /** A person takes over title, text and settings into Pendo. */
  | {
      readonly by: 'hand';
      /** Why it is by hand, where the admin wanted a guide: these settings are empty or make no sense. */
      readonly lacks?: readonly GuideSetting[] | undefined;
    };

export type GuideSetting = 'pendo_by' | 'pendo_host' | 'pendo_guide' | 'pendo_segment' | 'notice_article';

export interface GuideSetUp {
  readonly guide: GuideSettings | undefined;
}

/** Whether the account has set up a guide. One that is not complete is done by hand. */
export function readGuide(text: (name: GuideSetting) => string): GuideSetUp {
  const by = text('pendo_by').toLowerCase();
  if (by !== 'guide' && by !== 'hand') return { guide: undefined };
  const guide = text('pendo_guide');
  const segment = text('pendo_segment');
  const article = /^(?:.*\/articles\/)?(\d+)/.exec(text('notice_article'))?.[1];
  if (by === 'hand') return { guide: { by } };
  if (!article || !ID.test(guide)) {
    const lacks = [!ID.test(guide) && 'pendo_guide', !article && 'notice_article'] as const;
    return { guide: { by: 'hand', lacks: lacks.filter((name) => name !== false) } };
  }
  const host = hostOf(text('pendo_host'));
  return { guide: { by, host, guide, article, ...(ID.test(segment) && { segment }) } };
}

// An id becomes part of an address.
const ID = /^[\w-]{4,60}$/;

// The manifest names all of them: https://engageapi.pendo.io
const HOSTS = ['app.pendo.io', 'us1.app.pendo.io', 'app.eu.pendo.io', 'app.au.pendo.io', 'app.jpn.pendo.io'];

function hostOf(text: string): string {
  const host = text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  return HOSTS.find((each) => each === host) ?? 'app.pendo.io';
}
