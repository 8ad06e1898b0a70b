import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../world.ts';

export const NOTICE = { guide: 'hG1fts-N0tice', segment: 'hG1fts-Affected', article: 360_900_100 };

// Under jsdom, `new URL(…, import.meta.url)` would be an address of the page.
const BLOCK = join(dirname(fileURLToPath(import.meta.url)), '../../../../docs/pendo-notice.js');

/** The code block as an admin pastes it: the three lines at its top are theirs. */
export function pasteBlock(site: string, article: number, locales: readonly string[]): string {
  return readFileSync(BLOCK, 'utf8')
    .replace(/const SITE = .*;/, () => `const SITE = '${site}';`)
    .replace(/const ARTICLE = .*;/, () => `const ARTICLE = '${article}';`)
    .replace(/const LOCALES = .*;/, () => `const LOCALES = ${JSON.stringify(locales)};`);
}

/** An admin has set up the notice once, as docs/pendo.md says: an article in two languages, and a guide that is off. */
export function seedNotice(world: World): void {
  const locales = ['en-us', 'es'] as const;
  world.helpCenter.addArticle({
    id: NOTICE.article,
    title: 'Service notice',
    locales: [...locales],
    labels: ['allclear_notice'],
  });
  world.pendo.segments.set(NOTICE.segment, {
    id: NOTICE.segment,
    name: 'Charities with donation forms',
    accounts: new Set(),
  });
  world.pendo.addGuide({
    id: NOTICE.guide,
    name: 'Service notice',
    code: pasteBlock(`https://${world.settings.subdomain}.zendesk.com`, NOTICE.article, locales),
  });
}
