import { describe, expect, test } from 'vitest';
import { backoff, type Flight, isStuck, nextLook, waitForSlot } from '../../src/domain/pacing.ts';

describe('requests', () => {
  test('leave at once while our share of the minute lasts', () => {
    expect(waitForSlot([], 0, 0.8)).toBe(0);
    expect(waitForSlot(Array(79).fill(1_000), 1_000, 0.8)).toBe(0);
  });

  test('wait until the eightieth before them is a minute old', () => {
    const sent = Array.from({ length: 80 }, (_, index) => index * 100);
    expect(waitForSlot(sent, 8_000, 0.8)).toBe(52_000);
    expect(waitForSlot(sent, 60_000, 0.8)).toBe(0);
  });

  test('keep to the share that is set, and never stop for good', () => {
    const sent = Array.from({ length: 80 }, (_, index) => index * 100);
    expect(waitForSlot(sent, 8_000, 1)).toBe(0);
    expect(waitForSlot(sent, 8_000, 0.4)).toBe(56_000);
    expect(waitForSlot([8_000], 8_000, 0.001)).toBe(60_000);
  });

  test('come back when Zendesk says so, else later each time and never after half a minute', () => {
    expect(backoff(5, 3)).toBe(3_000);
    expect([1, 2, 3, 4, 5, 6, 7].map((tries) => backoff(tries, undefined))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });
});

describe('looking at jobs', () => {
  const flight: Flight = { size: 100, queuedAt: 0, seenAt: 0, done: 0, movedAt: 0 };
  const seen = (at: number, done: number, began?: Flight['began']): Flight =>
    done > 0 ? { ...flight, seenAt: at, done, movedAt: at, began } : { ...flight, seenAt: at };

  test('happens soon at first, and less often while a job has not begun', () => {
    expect(nextLook([flight], 0, 1)).toBe(1_500);
    expect(nextLook([seen(1_500, 0)], 1_500, 1)).toBe(750);
    expect(nextLook([seen(60_000, 0)], 60_000, 1)).toBe(10_000);
  });

  test('comes nearer step by step, for progress is seen late', () => {
    const began = { at: 2_000, done: 20 };
    expect(nextLook([seen(2_000, 20, began)], 2_000, 1)).toBe(2_000); // at this pace 8 s, of which it saw none yet
    expect(nextLook([seen(4_000, 60, began)], 4_000, 1)).toBe(1_200); // 2 s are left
    expect(nextLook([seen(5_900, 98, began)], 5_900, 1)).toBe(350);
  });

  test('wastes no requests on a slow job to be right to the second', () => {
    const began = { at: 20_000, done: 20 };
    expect(nextLook([seen(98_000, 98, began)], 98_000, 1)).toBe(4_900);
  });

  test('expects of a new job what an ended one took, until it is over that', () => {
    const ended = { size: 100, ms: 5_000 };
    expect(nextLook([flight], 0, 1, ended)).toBe(5_000);
    expect(nextLook([{ ...flight, size: 50 }], 0, 1, ended)).toBe(2_500);
    expect(nextLook([seen(6_000, 0)], 6_000, 1, ended)).toBe(3_000);
  });

  test('is for the part of the jobs that is wanted, and at once when it is overdue', () => {
    const flights = [0, 1_000, 2_000, 3_000].map((at) => ({
      ...flight,
      queuedAt: at,
      seenAt: at,
      movedAt: at,
    }));
    const ended = { size: 100, ms: 5_000 };
    expect(nextLook(flights, 3_000, 1, ended)).toBe(5_000);
    expect(nextLook(flights, 3_000, 1 / 2, ended)).toBe(3_000);
    expect(nextLook(flights, 60_000, 1 / 2, ended)).toBe(0);
  });

  test('ends for a job that has not moved for two minutes', () => {
    expect(isStuck({ ...flight, movedAt: 5_000 }, 124_999)).toBe(false);
    expect(isStuck({ ...flight, movedAt: 5_000 }, 125_000)).toBe(true);
  });
});
