import { expect, test } from 'vitest';
import { chanceOfAtLeast, isUnusual } from '../../../src/domain/matching/rate.ts';

const HOUR = 3_600_000;

test('the chance is Poisson’s', () => {
  // https://en.wikipedia.org/wiki/Poisson_distribution#Once_in_an_interval_events:_The_special_case_of_λ_=_1_and_k_=_0
  expect(chanceOfAtLeast(1, 1)).toBeCloseTo(1 - Math.exp(-1), 12);
  expect(chanceOfAtLeast(3, 2)).toBeCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), 12);
  expect(chanceOfAtLeast(0, 5)).toBe(1);
});

test('three in half an hour are unusual where none came in a day, and usual where one comes every hour', () => {
  const three = { seen: 3, spanMs: HOUR / 2, usualMs: 22 * HOUR };
  expect(isUnusual({ ...three, usual: 0 })).toBe(true);
  expect(isUnusual({ ...three, usual: 22 })).toBe(false);
  expect(isUnusual({ ...three, seen: 8, usual: 22 })).toBe(true);
});
