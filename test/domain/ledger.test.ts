import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLedger, toLedger, toldOf } from '../../src/domain/ledger.ts';
import { HOSTILE } from './hostile.ts';

// The same cases on every run; a failure can be repeated.
fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

test('whatever is written into the ledger is read back', () => {
  const incidents = fc.integer({ min: 1, max: 999_999_999_999_999 });
  fc.assert(
    fc.property(incidents, fc.integer({ min: 0, max: 999_999 }), (incident, n) => {
      expect(readLedger(toLedger({ incident, n }))).toEqual({ incident, n });
    }),
  );
});

test('a customer told update 3 of incident 100 has heard nothing of incident 10', () => {
  expect(toldOf('100/3', 100)).toBe(3);
  expect(toldOf('100/3', 10)).toBeUndefined();
});

test('update 0, the state before any update, counts as told', () => {
  expect(toldOf('100/0', 100)).toBe(0);
});

test('blanks around a ledger that somebody touched do no harm', () => {
  expect(readLedger(' 100/3\n')).toEqual({ incident: 100, n: 3 });
});

test.each([undefined, '', '100', '100/', '/3', '100/-1', '100/3/4', '100/3.5', '1e3/3', '100 / 3', '９/３'])(
  'a ledger that holds %j counts as never told',
  (text) => {
    expect(readLedger(text)).toBeUndefined();
  },
);

test('a number too long to be a ticket is no ledger', () => {
  expect(readLedger(`${'9'.repeat(16)}/1`)).toBeUndefined();
  expect(readLedger(`100/${'9'.repeat(7)}`)).toBeUndefined();
});

test(`${HOSTILE.length} hostile texts in the ledger count as never told`, () => {
  for (const { name, text } of HOSTILE) expect(readLedger(text), name).toBeUndefined();
});
