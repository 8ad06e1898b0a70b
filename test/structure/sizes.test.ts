import { expect, test } from 'vitest';
import { type Package, readPackage } from '../package/readPackage.ts';
import { initialScripts, sizeOf } from './initialScripts.ts';

const MOST_BYTES = 95_000; // design goal; Zendesk's own scaffold needs about 77,000

test('the first view needs at most 95 kB of JavaScript, gzipped', () => {
  const scripts = initialScripts(readPackage('dist'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(sizeOf(scripts)).toBeLessThanOrEqual(MOST_BYTES);
});

test('the page in the background loads nothing that shows anything', () => {
  const pack = readPackage('dist');
  const texts = new Map([...pack].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  const [start] = [...texts].filter(([path, text]) => path.endsWith('.js') && text.includes('remind.toast.'));
  if (!start) throw new Error('nothing reminds anybody');
  const scripts = reachedFrom(pack, start[0]);
  const names = scripts.map(({ path }) => path.replace(/^assets\/|-[^-]*$/g, ''));
  expect(names.sort()).toEqual(['background', 'connect', 'rolldown-runtime']);
  const shows = scripts.filter(({ path }) => /react\.(element|fragment)/.test(texts.get(path) ?? ''));
  expect(shows).toEqual([]);
});

test('the rest of the sidebar comes without what draws replies', () => {
  const pack = readPackage('dist');
  const [rest] = [...pack.keys()].filter((path) => path.startsWith('assets/rest-'));
  const texts = reachedFrom(pack, rest ?? '').map(({ path }) => new TextDecoder().decode(pack.get(path)));
  expect(texts.filter((text) => text.includes(WORDS_OF_LIQUID))).toEqual([]);
  const all = [...pack.values()].map((bytes) => new TextDecoder().decode(bytes));
  expect(all.some((text) => text.includes(WORDS_OF_LIQUID))).toBe(true);
});

const WORDS_OF_LIQUID = 'undefined filter';

/** What is loaded with a script. */
function reachedFrom(pack: Package, script: string) {
  const html = `<script src="./${script.split('/').at(-1)}"></script>`;
  const withPage = new Map(pack).set('assets/page.html', new TextEncoder().encode(html));
  return initialScripts(withPage, 'assets/page.html');
}

test('what is imported by what the page names counts, and what is only loaded later does not', () => {
  const pack = new Map(
    Object.entries({
      'assets/index.html': '<script src="./a.js"></script><link rel="modulepreload" href="./b.js">',
      'assets/a.js': 'import{x}from"./c.js";const later=()=>import("./later.js");',
      'assets/b.js': 'import"./c.js";',
      'assets/c.js': 'export const x=1',
      'assets/later.js': '',
    }).map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]),
  );
  const paths = initialScripts(pack).map(({ path }) => path);
  expect(paths.sort()).toEqual(['assets/a.js', 'assets/b.js', 'assets/c.js']);
});
