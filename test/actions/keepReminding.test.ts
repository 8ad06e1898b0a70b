import { expect, test } from 'vitest';
import { keepReminding } from '../../src/actions/keepReminding.ts';
import { change } from '../e2e/stories/lead.ts';
import { openReminders } from './openReminders.ts';

const MINUTE = 60_000;

/** A window that stays open, and when it asked which incidents run, in minutes from the start. */
async function openWindow(given: Parameters<typeof openReminders>[0] = {}) {
  const opened = openReminders(given);
  const { world, time, sit } = opened;
  const window = await sit('mara');
  const from = time.now();
  const asked: number[] = [];
  world.faults.script(
    ({ url }) => {
      if (url.includes('/problems.json')) asked.push(Math.round((time.now() - from) / MINUTE));
      return false;
    },
    { kind: 'lost', applied: false },
  );
  const over = new AbortController();
  let wake = () => {};
  const rest = (ms: number) => {
    const seen = new Promise<void>((resolve) => {
      wake = resolve;
    });
    return Promise.race([time.pause(ms), seen]);
  };
  const done = keepReminding(window.ports, () => 'A reminder', over.signal, rest);
  return {
    ...opened,
    ...window,
    asked,
    wake: () => wake(),
    close: async () => {
      over.abort();
      wake();
      await time.advance(MINUTE);
      await done;
    },
  };
}

test('a window that is seen looks once a minute, and not at all once it is closed', async () => {
  const { time, asked, close } = await openWindow();
  await time.advance(5.5 * MINUTE);
  await close();
  expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
  await time.advance(30 * MINUTE);
  expect(asked).toHaveLength(6);
});

test('behind another window it looks every five minutes, and at once when it is back, but never twice a minute', async () => {
  const { time, asked, setVisible, wake, close } = await openWindow();
  setVisible(false);
  await time.advance(8.5 * MINUTE);
  setVisible(true);
  for (let i = 0; i < 5; i += 1) {
    wake();
    await time.advance(1_000);
  }
  await time.advance(MINUTE);
  await close();
  const [first, second, third, ...rest] = asked;
  expect([first, second]).toEqual([0, 5]);
  expect([third, ...rest]).toEqual([9, 10]);
});

test('with nothing running it looks every five minutes', async () => {
  const { time, asked, close, world, incident } = await openWindow();
  change(world, incident.id, { status: 'solved' });
  await time.advance(11 * MINUTE);
  await close();
  expect(asked).toEqual([0, 5, 10]);
});

test('after failures it comes back more and more seldom', async () => {
  const { time, asked, world, close } = await openWindow();
  const down = { kind: 'server-error', status: 503, applied: false } as const;
  world.faults.script(({ url }) => url.includes('/problems.json'), down, 100);
  await time.advance(64 * MINUTE);
  await close();
  expect(asked).toEqual([0, 2, 6, 14, 30, 60]);
});

test('it comes back after what nobody has thought of, such as a file that did not load', async () => {
  const { ports, sit, time, asked, pass, close } = await openWindow();
  await pass(2);
  expect(ports.settings.chat).toBeDefined();
  const before = asked.length;
  const tom = await sit('tom');
  const over = new AbortController();
  const rests: number[] = [];
  const broken = async () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const done = keepReminding(
    { ...tom.ports, me: broken },
    () => 'A reminder',
    over.signal,
    async (ms) => {
      rests.push(ms / MINUTE);
      if (rests.length === 3) over.abort();
      await time.pause(ms);
    },
  );
  await time.advance(20 * MINUTE);
  await done;
  await close();
  expect(rests).toEqual([2, 4, 8]);
  expect(asked.length).toBeGreaterThan(before);
});
