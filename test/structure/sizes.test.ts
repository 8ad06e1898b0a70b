import { expect, test } from 'vitest';
import { readPackage } from '../package/readPackage.ts';
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
  const page = `<script src="./${start[0].split('/').at(-1)}"></script>`;
  const scripts = initialScripts(
    new Map(pack).set('assets/page.html', new TextEncoder().encode(page)),
    'assets/page.html',
  );
  expect(scripts.length).toBeGreaterThan(1);
  const shows = scripts.filter(({ path }) => /react\.(element|fragment)/.test(texts.get(path) ?? ''));
  expect(shows).toEqual([]);
});

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
