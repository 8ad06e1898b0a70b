import { expect, test } from 'vitest';
import { promiseState } from '../../src/domain/promise.ts';
import { NOW } from './sample.ts';

const inMinutes = (minutes: number) => promiseState(new Date(NOW.getTime() + minutes * 60_000), NOW);

test('a promise with more than five minutes to go is kept', () => {
  expect(inMinutes(12)).toBe('kept');
  expect(inMinutes(5.01)).toBe('kept');
});

test('in its last five minutes it is due soon', () => {
  expect(inMinutes(5)).toBe('soon');
  expect(inMinutes(0)).toBe('soon');
});

test('a promise is broken from the moment after', () => {
  expect(inMinutes(-0.001)).toBe('broken');
  expect(inMinutes(-600)).toBe('broken');
});
