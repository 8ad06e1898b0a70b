import { expect, test } from 'vitest';
import { fingerprint } from '../../src/domain/fingerprint.ts';

test('texts that differ, if only in one sign, have fingerprints that differ', () => {
  const texts = Array.from({ length: 5_000 }, (_, i) => `Customers impacted: ${i} tickets, 1 solved`);
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
  expect(fingerprint('')).toBe(fingerprint(''));
  expect(fingerprint('x'.repeat(100_000)).length).toBeLessThan(20);
});
