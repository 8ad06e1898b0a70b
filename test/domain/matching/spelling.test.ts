import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpelling, isOneApart } from '../../../src/domain/matching/spelling.ts';

const spell = createSpelling(
  new Map([
    ['checkout', 9],
    ['export', 5],
    ['chekout', 1],
    ['chcekout', 1],
    ['checkouut', 1],
    ['exporter', 1],
    ['expert', 4],
    ['pay40', 3],
  ]),
);

test.each([
  ['chekout', 'checkout'],
  ['chcekout', 'checkout'],
  ['checkouut', 'checkout'],
])('%s was meant to be %s', (written, meant) => {
  expect(spell(written)).toBe(meant);
});

test('a word that others write as well, a short one, a number and one two letters off stay as they are', () => {
  for (const word of ['expert', 'exporter', 'cart', 'pay41', 'kcheckot']) expect(spell(word)).toBe(word);
});

test('one letter more, fewer, another or two swapped is one apart, whichever comes first', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom('x', 'y'), (word, place, letter) => {
      const at = place % word.length;
      const changed = [
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at + 1),
      ];
      for (const other of changed) {
        expect(isOneApart(word, other)).toBe(true);
        expect(isOneApart(other, word)).toBe(true);
      }
      expect(isOneApart(word, word)).toBe(false);
      expect(isOneApart(word, `xx${word}`)).toBe(false);
    }),
  );
});
