import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipPackage } from './zipPackage.ts';

const pack = new Map([
  ['assets/index.html', new TextEncoder().encode('<!doctype html>')],
  ['manifest.json', new TextEncoder().encode('{}')],
]);

test('the zip holds every file of the package, unchanged, with the manifest at its root', () => {
  expect(unzipSync(zipPackage(pack))).toEqual(Object.fromEntries(pack));
});

test('the same files make the same bytes in every time zone', () => {
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  const there = zipPackage(pack);
  process.env.TZ = 'America/Los_Angeles';
  expect(zipPackage(pack)).toEqual(there);
  process.env.TZ = zone ?? 'UTC';
});
