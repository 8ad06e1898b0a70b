import { expect, test } from 'vitest';
import { waitForWrite } from '../../src/domain/linkPacing.ts';

/** When each of `count` writes leaves, if answers take no time. */
function leave(count: number): number[] {
  const left: number[] = [];
  for (let i = 0; i < count; i++) {
    const now = left.at(-1) ?? 0;
    left.push(now + waitForWrite(left, now));
  }
  return left;
}

test('twenty writes leave at once, the next two seconds later', () => {
  expect(leave(21).slice(18)).toEqual([0, 0, 2_000]);
});

test('a hundred and first write waits until half a minute is over', () => {
  expect(leave(101).slice(99)).toEqual([8_000, 30_000]);
});

test('no two seconds see more than twenty writes, no half minute more than a hundred', () => {
  const left = leave(1_000);
  for (const [most, ms] of [
    [20, 2_000],
    [100, 30_000],
  ] as const)
    for (const at of left)
      expect(left.filter((each) => each >= at && each < at + ms).length).toBeLessThanOrEqual(most);
  expect(left.at(-1)).toBe(9 * 30_000 + 8_000); // and nothing is waited for in vain
});
