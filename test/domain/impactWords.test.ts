import { expect, test } from 'vitest';
import { impactWords } from '../../src/domain/impactWords.ts';

const impact = (tickets: number, names: readonly string[] = []) => ({
  tickets,
  solved: 0,
  organizations: names.map((name) => ({ name, tickets: 1 })),
  withoutOne: 0,
});

test('nobody wrote: nothing is claimed', () => {
  expect(impactWords(impact(0), 0)).toBe('');
});

test('one is one, and more are more', () => {
  expect(impactWords(impact(1), 1)).toBe('1 ticket from 1 person');
  expect(impactWords(impact(3), 2)).toBe('3 tickets from 2 people');
});

test('organizations are named, up to twenty of them', () => {
  const names = Array.from({ length: 23 }, (_, index) => `Org ${index + 1}`);
  expect(impactWords(impact(2, names.slice(0, 2)), 2)).toBe(
    '2 tickets from 2 people; organizations: Org 1, Org 2',
  );
  expect(impactWords(impact(23, names), 23)).toMatch(/Org 20 and 3 more$/);
});
