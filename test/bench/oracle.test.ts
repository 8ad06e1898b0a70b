import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Limits, oracle } from './oracle.ts';

const LIMITS: Limits = { perMinute: 80, mostJobs: 19, read: 80, write: 140, jobTakes: 4_900, perPage: 1 };

describe('the oracle', () => {
  test('reads a page, sends a job, and looks so that the answer comes right after its end', () => {
    expect(oracle(100, LIMITS)).toEqual({ requests: 3, ms: 80 + 70 + 4_900 + 40 });
    expect(oracle(100, { ...LIMITS, perPage: 2 })).toEqual({ requests: 4, ms: 160 + 70 + 4_900 + 40 });
  });

  test('reads the next page while a job is being sent', () => {
    expect(oracle(1_000, LIMITS)).toEqual({ requests: 21, ms: 10 * 80 + 70 + 4_900 + 40 });
  });

  test('waits for a place among the jobs', () => {
    const { ms } = oracle(400, { ...LIMITS, mostJobs: 2 });
    expect(ms).toBe(160 + 2 * 4_900 + 70 + 40); // the fourth takes the place of the second
  });

  test('keeps to the share of each minute', () => {
    const quick = { ...LIMITS, read: 0, write: 0, jobTakes: 0, mostJobs: 1_000 };
    expect(oracle(3_900, quick)).toEqual({ requests: 79, ms: 0 });
    expect(oracle(4_000, quick)).toEqual({ requests: 81, ms: 60_000 });
    expect(oracle(10_000, quick)).toEqual({ requests: 201, ms: 120_000 });
  });

  test('is beaten by no schedule that keeps to the limits', () => {
    const limits = fc.record({
      perMinute: fc.integer({ min: 2, max: 9 }),
      mostJobs: fc.integer({ min: 1, max: 4 }),
      read: fc.integer({ min: 0, max: 9_000 }),
      write: fc.integer({ min: 0, max: 9_000 }),
      jobTakes: fc.integer({ min: 0, max: 90_000 }),
      perPage: fc.constantFrom(1 as const, 2 as const),
    });
    const urges = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), limits, urges, (jobs, given, isJobFirst) => {
        expect(oracle(jobs * 100, given).ms).toBeLessThanOrEqual(someSchedule(jobs, given, isJobFirst));
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Sends pages and jobs in any order that is possible, each as soon as the limits let it, and says when all is known. */
function someSchedule(jobs: number, limits: Limits, isJobFirst: readonly boolean[]): number {
  const { perMinute, mostJobs, read, write, jobTakes, perPage } = limits;
  const leaves: number[] = [];
  const slot = (at: number) => {
    const before = leaves[leaves.length - perMinute];
    const leave = Math.max(at, leaves.at(-1) ?? 0, before === undefined ? 0 : before + 60_000);
    leaves.push(leave);
    return leave;
  };
  const pages: number[] = [];
  let cursorAt = 0;
  const ends: number[] = [];
  for (let step = 0; ends.length < jobs; step++) {
    if (pages.length > ends.length && (isJobFirst[step % 60] || pages.length === jobs)) {
      const place = ends.length < mostJobs ? 0 : ends[ends.length - mostJobs]! - write / 2;
      ends.push(slot(Math.max(pages[ends.length]!, place)) + write / 2 + jobTakes);
    } else {
      cursorAt = slot(cursorAt) + read;
      pages.push(perPage === 1 ? cursorAt : slot(cursorAt) + read);
    }
  }
  return slot(Math.max(...ends) - read / 2) + read;
}
