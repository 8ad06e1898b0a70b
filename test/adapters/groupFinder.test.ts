import { describe, expect, test } from 'vitest';
import { createGroupFinder, type GroupQuestion, type Helper } from '../../src/adapters/groupFinder.ts';
import { createGrouper, type Heard } from '../../src/domain/matching/groups.ts';
import { virtualClock } from '../workspace/world/clock.ts';

const NOW = Date.UTC(2026, 4, 4, 12);
const HEARD: Heard[] = ['No sound in calls', 'calls without sound', 'my call has no sound'].map(
  (text, at) => ({
    id: at + 1,
    text,
    voice: `person ${at}`,
    at: NOW - at * 60_000,
    is: 'free',
  }),
);

/** A worker as the browser opens it, run here: `how` it answers. */
function open(how: 'answers' | 'is not let in' | 'says nothing' | 'can’t be made') {
  const time = virtualClock();
  const seen = { opened: 0, asked: 0, ended: 0, pauses: 0 };
  const openHelper = (): Helper => {
    seen.opened += 1;
    if (how === 'can’t be made') throw new DOMException('refused', 'SecurityError');
    const helper: Helper = {
      onmessage: null,
      onerror: null,
      terminate: () => {
        seen.ended += 1;
      },
      postMessage({ id, heard, now }: GroupQuestion) {
        seen.asked += 1;
        const grouper = createGrouper(now);
        grouper.hear(heard);
        const data = { id, groups: grouper.groups() };
        queueMicrotask(() => {
          if (how === 'answers') helper.onmessage?.call(helper as Worker, { data } as MessageEvent);
          if (how === 'is not let in') helper.onerror?.call(helper as Worker, {} as ErrorEvent);
        });
      },
    };
    return helper;
  };
  const clock = {
    now: () => new Date(time.now()),
    pause: (ms: number) => {
      seen.pauses += 1;
      return time.pause(ms);
    },
  };
  const finder = createGroupFinder(clock, openHelper);
  return { seen, find: (heard = HEARD) => time.run(finder.find(heard, new Date(NOW))) };
}

test('one worker answers every question', async () => {
  const { seen, find } = open('answers');
  expect((await find()).map(({ tickets }) => tickets)).toEqual([[3, 2, 1]]);
  expect((await find([])).length).toBe(0);
  expect(seen).toMatchObject({ opened: 1, asked: 2, ended: 0 });
});

describe('the page groups by itself, a few tickets at a time, where a worker', () => {
  test.each(['is not let in', 'says nothing', 'can’t be made'] as const)('%s', async (how) => {
    const { seen, find } = open(how);
    expect((await find()).map(({ tickets }) => tickets)).toEqual([[3, 2, 1]]);
    const many = Array.from({ length: 240 }, (_, id) => ({ ...HEARD[0]!, id: id + 10, voice: 'one' }));
    seen.pauses = 0;
    await find([...HEARD, ...many]);
    expect(seen.opened).toBe(1);
    expect(seen.pauses).toBe(5);
  });
});

test('two questions at once are both answered', async () => {
  const { find } = open('answers');
  const [first, second] = await Promise.all([find(), find()]);
  expect(first).toEqual(second);
});
