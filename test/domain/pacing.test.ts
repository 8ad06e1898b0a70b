import { describe, expect, test } from 'vitest';
import { backoff, isStuck, nextLook, waitForSlot } from '../../src/domain/pacing.ts';

describe('requests', () => {
  test('leave at once while our share of the minute lasts', () => {
    expect(waitForSlot([], 0)).toBe(0);
    expect(waitForSlot(Array(79).fill(1_000), 1_000)).toBe(0);
  });

  test('wait until the eightieth before them is a minute old', () => {
    const sent = Array.from({ length: 80 }, (_, index) => index * 100);
    expect(waitForSlot(sent, 8_000)).toBe(52_000);
    expect(waitForSlot(sent, 60_000)).toBe(0);
  });

  test('come back when Zendesk says so, else later each time and never after half a minute', () => {
    expect(backoff(5, 3)).toBe(3_000);
    expect([1, 2, 3, 4, 5, 6, 7].map((tries) => backoff(tries, undefined))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });
});

describe('looking at jobs', () => {
  const flight = { size: 100, queuedAt: 0, done: 0, movedAt: 0 };

  test('happens soon at first, and less often while a job has not begun', () => {
    expect(nextLook([flight], 0)).toBe(1_500);
    expect(nextLook([flight], 60_000)).toBe(10_000);
  });

  test('happens when the quickest should be through, by its own pace', () => {
    const halfway = { ...flight, done: 50, movedAt: 4_000 };
    expect(nextLook([halfway, flight], 4_000)).toBe(2_000);
    expect(nextLook([halfway], 4_000)).toBe(4_000);
    expect(nextLook([{ ...flight, done: 99, movedAt: 4_000 }], 4_000)).toBe(700);
  });

  test('ends for a job that has not moved for two minutes', () => {
    expect(isStuck({ ...flight, movedAt: 5_000 }, 124_999)).toBe(false);
    expect(isStuck({ ...flight, movedAt: 5_000 }, 125_000)).toBe(true);
  });
});
