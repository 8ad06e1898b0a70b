import { describe, expect, test } from 'vitest';
import type { IssueLook } from '../../src/actions/readIssue.ts';
import { ServiceError } from '../../src/ports.ts';
import { createIssueWatch } from '../../src/views/issueWatch.ts';
import { virtualClock } from '../workspace/world/clock.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A watch over an issue that answers in a second, or fails as wished. */
function open(failure: () => ServiceError | undefined = () => undefined) {
  const time = virtualClock();
  let asked = 0;
  const ask = async (): Promise<IssueLook> => {
    asked += 1;
    await time.pause(SECOND);
    const asOf = new Date(time.now());
    const error = failure();
    return error
      ? { state: 'failed', error, asOf }
      : ({ state: 'read', issue: { key: 'PAY-123' }, asOf } as IssueLook);
  };
  const watch = createIssueWatch(ask, { now: () => new Date(time.now()) });
  /** Somebody looks at the ticket every so often, for so long. */
  async function lookEvery(ms: number, forMs: number) {
    for (let passed = 0; passed < forMs; passed += ms) {
      watch.look();
      await time.advance(ms);
    }
  }
  return { watch, time, lookEvery, asked: () => asked };
}

describe('an issue is asked about', () => {
  test('nobody before somebody looks', () => {
    const { watch, asked } = open();
    expect(watch.get()).toBeUndefined();
    expect(asked()).toBe(0);
  });

  test('once a minute at most, however often the ticket is looked at', async () => {
    const { lookEvery, asked } = open();
    await lookEvery(5 * SECOND, 10 * MINUTE);
    expect(asked()).toBeLessThanOrEqual(10);
    expect(asked()).toBeGreaterThanOrEqual(9);
  });

  test('as seldom as the ticket is looked at', async () => {
    const { lookEvery, asked } = open();
    await lookEvery(5 * MINUTE, 30 * MINUTE);
    expect(asked()).toBe(6);
  });

  test('once for all parts of the view that look at once', async () => {
    const { watch, time, asked } = open();
    for (let part = 0; part < 3; part += 1) watch.look();
    await Promise.all([watch.lookNow(), time.advance(MINUTE)]);
    expect(asked()).toBe(1);
  });

  test('at once by whoever presses the button', async () => {
    const { watch, time, asked } = open();
    await Promise.all([watch.lookNow(), time.advance(2 * SECOND)]);
    await Promise.all([watch.lookNow(), time.advance(2 * SECOND)]);
    expect(asked()).toBe(2);
  });

  test('less and less often while Jira fails, and not before it wants to be asked', async () => {
    const failing = open(() => new ServiceError('Jira', 'down'));
    await failing.lookEvery(10 * SECOND, 60 * MINUTE);
    expect(failing.asked()).toBeLessThanOrEqual(10);
    const busy = open(() => new ServiceError('Jira', 'too many', { retryAfter: 20 * 60 }));
    await busy.lookEvery(10 * SECOND, 39 * MINUTE);
    expect(busy.asked()).toBe(2);
  });
});

test('what the issue last said stays while it says nothing, with the reason', async () => {
  let error: ServiceError | undefined;
  const { watch, time } = open(() => error);
  let told = 0;
  const unsubscribe = watch.subscribe(() => {
    told += 1;
  });
  await Promise.all([watch.lookNow(), time.advance(2 * SECOND)]);
  const { read } = watch.get() ?? {};
  error = new ServiceError('Jira', 'unreachable');
  await Promise.all([watch.lookNow(), time.advance(2 * SECOND)]);
  expect(watch.get()).toEqual({ read, error });
  error = undefined;
  unsubscribe();
  await Promise.all([watch.lookNow(), time.advance(2 * SECOND)]);
  expect(watch.get()?.error).toBeUndefined();
  expect(told).toBe(2);
});
