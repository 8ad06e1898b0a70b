import { expect, test } from 'vitest';
import { readPackage } from '../package/readPackage.ts';
import { initialScripts, sizeOf } from './initialScripts.ts';

const MOST_BYTES = 95_000; // design goal; Zendesk's own scaffold needs about 77,000

test('the first view needs at most 95 kB of JavaScript, gzipped', () => {
  const scripts = initialScripts(readPackage('dist'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(sizeOf(scripts)).toBeLessThanOrEqual(MOST_BYTES);
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
