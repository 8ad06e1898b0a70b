import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seeTicket } from '../../src/actions/seeTicket.ts';
import { useLook } from '../../src/views/sidebar/useLook.ts';
import { openOutage } from '../actions/openOutage.ts';
import type { Fault } from '../workspace/world/faults.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
let isHidden = false;

beforeEach(() => {
  isHidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The look at a report, with the browser's timers and the world's time in the test's hand. */
async function open(before?: Fault) {
  const { ports, ticketId, world, time, tom, session } = await openOutage({ report: 0, outage: { told: 1 } });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let asked = 0;
  world.faults.script(
    ({ url }) => {
      if (url.includes('/tickets/')) asked += 1;
      return false;
    },
    { kind: 'database-conflict' },
  );
  if (before) world.faults.script({ url: '/tickets/' }, before, Number.POSITIVE_INFINITY);
  const destroying: (() => void)[] = [];
  const onDestroy = (stop: () => void) => void destroying.push(stop);
  const firstLook = seeTicket(ports, ticketId);
  firstLook.catch(() => undefined);
  const { result, unmount } = renderHook(() => useLook(ports, ticketId, firstLook, onDestroy));
  /** Browser and world go on together; answers how many looks were taken meanwhile. */
  const pass = async (ms: number) => {
    const already = asked;
    for (let left = ms; left > 0; left -= SECOND) {
      await act(async () => {
        vi.advanceTimersByTime(Math.min(left, SECOND));
        await time.advance(Math.min(left, SECOND));
      });
    }
    return asked - already;
  };
  await pass(SECOND);
  return {
    world,
    ticketId,
    tom,
    time,
    session,
    result,
    unmount,
    pass,
    destroy: () => destroying.map((stop) => stop()),
  };
}

const DOWN: Fault = { kind: 'server-error', status: 503, applied: false };
const forGood = (world: Awaited<ReturnType<typeof open>>['world'], fault: Fault) =>
  world.faults.script({ url: '/tickets/' }, fault, Number.POSITIVE_INFINITY);

test('while somebody may be reading it looks twice a minute', async () => {
  const { result, pass } = await open();
  expect(result.current.seen?.standing.kind).toBe('report');
  expect(await pass(28 * SECOND)).toBe(0);
  expect(await pass(2 * MINUTE)).toBe(4);
});

test('behind another tab it looks every five minutes, and at once when the tab is back', async () => {
  const { pass } = await open();
  await pass(20 * SECOND);
  isHidden = true;
  await pass(15 * SECOND); // the look that was planned before
  expect(await pass(4 * MINUTE)).toBe(0);
  expect(await pass(MINUTE)).toBe(1);
  isHidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await pass(2 * SECOND)).toBe(1);
});

test('behind another ticket it does the same', async () => {
  const { pass, session } = await open();
  await pass(20 * SECOND);
  session.announce('app.deactivated', undefined);
  await pass(15 * SECOND); // the look that was planned before
  expect(await pass(4 * MINUTE)).toBe(0);
  expect(await pass(MINUTE)).toBe(1);
  session.announce('app.activated', undefined);
  expect(await pass(2 * SECOND)).toBe(1);
  expect(await pass(MINUTE)).toBe(2);
});

test('after failures it waits longer each time, up to five minutes', async () => {
  const { world, pass, result } = await open();
  forGood(world, DOWN);
  expect(await pass(31 * SECOND)).toBe(1);
  expect(result.current.error).toMatchObject({ trouble: 'down' });
  expect(await pass(6 * SECOND)).toBe(1); // 5 s
  expect(await pass(6 * SECOND)).toBe(0);
  expect(await pass(6 * SECOND)).toBe(1); // 10 s
  await pass(20 * MINUTE);
  expect(await pass(10 * MINUTE)).toBeLessThanOrEqual(2);
});

test('what was seen stays while looks fail, and the failure goes once one works', async () => {
  const { world, pass, result } = await open();
  const { seen } = result.current;
  forGood(world, DOWN);
  await pass(31 * SECOND);
  expect(result.current.seen).toBe(seen);
  world.faults.clear();
  await pass(10 * SECOND);
  expect(result.current.error).toBeUndefined();
  expect(result.current.seen).not.toBe(seen);
});

test('when Zendesk asks to wait, nothing is asked before', async () => {
  const { world, pass } = await open();
  forGood(world, { kind: 'too-many', retryAfter: 90 });
  await pass(31 * SECOND);
  expect(await pass(87 * SECOND)).toBe(0);
  expect(await pass(5 * SECOND)).toBe(1);
});

test('a first look that failed is tried again by itself', async () => {
  const { world, pass, result } = await open(DOWN);
  expect(result.current).toMatchObject({ seen: undefined, error: { trouble: 'down' } });
  world.faults.clear();
  await pass(7 * SECOND);
  expect(result.current.seen?.standing.kind).toBe('report');
});

test('a colleague’s change is seen at once', async () => {
  const { world, ticketId, tom, pass } = await open();
  world.agentWrites(ticketId, tom.id, 'On it.', { public: false });
  expect(await pass(2 * SECOND)).toBeGreaterThan(0);
});

test('when Zendesk destroys the app, nothing is asked any more', async () => {
  const { destroy, pass, world, ticketId, tom } = await open();
  destroy();
  world.agentWrites(ticketId, tom.id, 'On it.', { public: false });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await pass(10 * MINUTE)).toBe(0);
});

test('nor when the view is gone', async () => {
  const { unmount, pass } = await open();
  unmount();
  expect(await pass(10 * MINUTE)).toBe(0);
});
