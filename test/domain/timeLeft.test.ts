import { expect, test } from 'vitest';
import { type Sample, timeLeft, withSample } from '../../src/domain/timeLeft.ts';

const steady: Sample[] = [0, 2, 4, 6, 8].map((s) => ({ at: s * 1_000, left: 1_000 - s * 50 }));

test('the rest takes as long as the pace so far says', () => {
  expect(timeLeft(steady, 8_000)).toBe(12_000); // 600 left, 50 a second
});

test('it counts down between two figures', () => {
  expect(timeLeft(steady, 11_000)).toBe(9_000);
});

test('nothing is claimed from too little', () => {
  expect(timeLeft([], 0)).toBeUndefined();
  expect(timeLeft(steady.slice(0, 2), 2_000)).toBeUndefined();
  const quick = [0, 1, 2].map((s) => ({ at: s * 1_000, left: 100 - s }));
  expect(timeLeft(quick, 2_000)).toBeUndefined();
});

test('nothing is claimed when nothing moves, or moves the wrong way', () => {
  expect(timeLeft(steady, 29_000)).toBeUndefined();
  const more = [0, 3, 6].map((s) => ({ at: s * 1_000, left: 100 + s }));
  expect(timeLeft(more, 6_000)).toBeUndefined();
});

test('the last minute counts, not what was quick at the beginning', () => {
  const rush: Sample = { at: -60_000, left: 10_000 };
  expect(timeLeft([rush, ...steady], 8_000)).toBe(12_000);
});

test('samples that say nothing new are not kept, nor old ones', () => {
  expect(withSample(steady, { at: 9_000, left: 600 })).toBe(steady);
  expect(withSample(steady, { at: 50_000, left: 500 })).toEqual([
    { at: 6_000, left: 700 },
    { at: 8_000, left: 600 },
    { at: 50_000, left: 500 },
  ]);
});

test('it never says less than nothing', () => {
  expect(timeLeft([...steady.slice(0, 4), { at: 8_000, left: 1 }], 12_000)).toBe(0);
});
