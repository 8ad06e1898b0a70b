import { expect, test } from 'vitest';
import { createDeskTime, isSettled } from '../../src/domain/deskTime.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 11, 0, seconds));
const stamp = (seconds: number) => at(seconds).toISOString();

test('until the desk has shown a time, nothing counts as long ago', () => {
  expect(isSettled({ updatedAt: '2020-01-01T00:00:00Z' }, createDeskTime().atLeast(at(0)))).toBe(false);
});

test('the newest stamp that was seen tells how late it is at least, on a clock that is ahead or behind', () => {
  for (const off of [-300, 0, 300]) {
    const time = createDeskTime();
    time.observe(stamp(10), at(10 + off));
    time.observe(stamp(2), at(11 + off));
    expect(time.atLeast(at(15 + off))).toEqual(at(15));
  }
});

test('a ticket is settled two seconds after its stamp', () => {
  expect(isSettled({ updatedAt: stamp(10) }, at(11))).toBe(false);
  expect(isSettled({ updatedAt: stamp(10) }, at(12))).toBe(true);
});
