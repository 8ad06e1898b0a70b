import { expect, test } from 'vitest';
import { isMet, median, report } from './bench.ts';

test('a goal is met at its limit, and not beyond', () => {
  expect(isMet({ ratio: 1, count: 3 }, { ratio: { max: 1 }, count: { min: 3 } })).toBe(true);
  expect(isMet({ ratio: 1.01 }, { ratio: { max: 1 } })).toBe(false);
  expect(isMet({ count: 2 }, { count: { min: 3 } })).toBe(false);
});

test('a goal whose figure is missing is not met', () => {
  expect(isMet({}, { ratio: { max: 1 } })).toBe(false);
  expect(isMet({ ratio: Number.NaN }, { ratio: { max: 1 } })).toBe(false);
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([9, 1, 3])).toBe(3);
  expect(median([9, 1, 3, 5])).toBe(4);
  expect(() => median([])).toThrow('nothing was measured');
});

test('the report says which goals were missed', () => {
  const text = report('x', { ratio: 1.2, ms: 80 }, { ratio: { max: 1 } });
  expect(text).toMatch(/ratio +1\.2 +at most 1 +NOT MET/);
  expect(text).toMatch(/ms +80$/m);
});
