import { describe, expect, test } from 'vitest';
import { virtualClock } from './clock.ts';
import { createTimerQueue } from './timerQueue.ts';

describe('Virtual time', () => {
  test('jumps to whatever is due next, and costs no real time', async () => {
    const clock = virtualClock(0);
    const heard: string[] = [];
    async function story() {
      clock.after(5000, () => heard.push(`timer at ${clock.now()}`));
      await clock.pause(3_600_000);
      heard.push(`story at ${clock.now()}`);
      return 'done';
    }
    expect(await clock.run(story())).toBe('done');
    expect(heard).toEqual(['timer at 5000', 'story at 3600000']);
  });

  test('timers due together happen in the order they were set', async () => {
    const clock = virtualClock(0);
    const heard: number[] = [];
    for (let i = 0; i < 50; i++) clock.after(10, () => heard.push(i));
    await clock.advance(10);
    expect(heard).toEqual([...Array(50).keys()]);
  });

  test('stays short of what is not due yet', async () => {
    const clock = virtualClock(0);
    let rang = false;
    clock.after(100, () => {
      rang = true;
    });
    await clock.advance(99);
    expect([rang, clock.now()]).toEqual([false, 99]);
    await clock.advance(1);
    expect([rang, clock.now()]).toEqual([true, 100]);
  });

  test('a promise that nothing can settle is an error that says so', async () => {
    const clock = virtualClock(0, 60);
    await expect(clock.run(new Promise(() => {}))).rejects.toThrow('Virtual time is stuck');
  });

  test('a rejection comes out of run', async () => {
    const clock = virtualClock(0);
    const failing = clock.pause(10).then(() => {
      throw new Error('no');
    });
    await expect(clock.run(failing)).rejects.toThrow('no');
  });
});

test('the queue gives a thousand shuffled timers back in order', () => {
  const queue = createTimerQueue();
  for (let i = 0; i < 1000; i++) queue.push((i * 7919) % 1000, () => {});
  const times: number[] = [];
  for (let timer = queue.pop(); timer; timer = queue.pop()) times.push(timer.at);
  expect(times).toEqual([...Array(1000).keys()]);
});
