import { expect, test } from 'vitest';
import { estimateTelling } from '../../src/domain/estimate.ts';

const seconds = (count: number, total = count) => estimateTelling({ total, tell: count }, 0.8) / 1_000;

test.each([
  [3, 5, 15],
  [100, 20, 40],
  [1_000, 20, 60],
  [10_000, 120, 300],
])('telling %i customers takes between %i and %i seconds', (count, least, most) => {
  expect(seconds(count)).toBeGreaterThanOrEqual(least);
  expect(seconds(count)).toBeLessThanOrEqual(most);
});

test('more customers never take less time, nor do more tickets that have to be looked at', () => {
  const counts = Array.from({ length: 200 }, (_, index) => index * 75);
  const times = counts.map((count) => seconds(count));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(seconds(100, 9_000)).toBeGreaterThan(seconds(100));
});

test('a share of requests that is used up costs a minute', () => {
  expect(seconds(4_000)).toBeGreaterThanOrEqual(60);
});
