import type { Words } from './words.ts';

/** Tells the browser, and who reads the page aloud, what the page is written in, and whether it is dark. */
export function dressPage({ locale, isRtl }: Pick<Words, 'locale' | 'isRtl'>, isDark: boolean): void {
  const { documentElement: page } = document;
  page.lang = locale;
  page.dir = isRtl ? 'rtl' : 'ltr';
  page.style.colorScheme = isDark ? 'dark' : 'light';
}

/** Zendesk says it in the iframe's address, before anything is asked. */
export function startsDark(): boolean {
  return new URLSearchParams(location.search).get('colorScheme') === 'dark';
}
