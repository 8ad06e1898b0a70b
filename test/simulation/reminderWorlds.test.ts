import { expect, test } from 'vitest';
import { type ReminderWorldWanted, runReminderWorld } from './reminderWorld.ts';

async function play(worlds: readonly { seed: number; wanted: ReminderWorldWanted }[]) {
  const sum = { broken: [] as string[], faults: 0, heard: 0 };
  for (const { seed, wanted } of worlds) {
    const { broken, faults, heard } = await runReminderWorld(seed, wanted);
    sum.broken.push(...broken.map((sentence) => `seed ${seed} ${JSON.stringify(wanted)}: ${sentence}`));
    sum.faults += faults;
    sum.heard += heard.reduce((all, count) => all + count, 0);
  }
  return sum;
}

test.each([2, 3] as const)('of %d browsers one tells the chat, once for each stage', async (windows) => {
  const { broken, heard, said } = await runReminderWorld(1, { windows, isCalm: true });
  expect(broken).toEqual([]);
  expect(heard).toEqual([1, 1, 1, 1]);
  // Ahead, overdue, and three more; each person hears all of them.
  expect(said).toEqual(Array(windows).fill(5));
});

test('whatever goes wrong, the chat hears of no stage twice and of nothing after the next update', async () => {
  const worlds = Array.from({ length: 12 }, (_, index) => ({
    seed: index + 1,
    wanted: {
      windows: index % 2 ? 3 : 2,
      ...(index % 3 === 0 && { postedAfter: 1 + index * 8 }),
    } as const,
  }));
  const played = await play(worlds);
  expect(played.broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(played.faults).toBeGreaterThan(300);
  expect(played.heard).toBeGreaterThan(20);
});

test('the next update is posted while the reminder is on its way', async () => {
  const worlds = Array.from({ length: 12 }, (_, index) => ({
    seed: 7,
    wanted: { windows: 2, isCalm: true, stages: 1, postedAfter: 1 + index / 240 } as const,
  }));
  const played = await play(worlds);
  expect(played.broken).toEqual([]);
  expect(played.heard).toBeLessThan(worlds.length);
});

test('the lead’s window may die at any place where it waits, and a colleague’s goes on', async () => {
  const two = { windows: 2, isCalm: true, apart: 1_000, stages: 2 } as const;
  const { awaits } = await runReminderWorld(3, { ...two, stages: 1 });
  // The first look that finds the promise broken, up to where the chat has heard and the record says so.
  const places = Array.from({ length: 16 }, (_, index) => awaits[0] + 1 + index);
  expect(places.at(-1)).toBeLessThan(awaits[1]);
  const deaths = places.flatMap((at) =>
    (['before', 'under way', 'after'] as const).map((when) => ({ at, when })),
  );
  const played = await play(deaths.map((death) => ({ seed: 3, wanted: { ...two, death } })));
  expect(played.broken).toEqual([]);
  // A stage is lost at most with the window that had its turn, and the next one is not.
  expect(played.heard).toBeGreaterThan(deaths.length);
  expect(played.heard).toBeLessThan(deaths.length * 2);
});

test('of a review that is late, whatever goes wrong, the chat hears once a day and nothing once it was sent', async () => {
  const calm = await runReminderWorld(1, { kind: 'review', windows: 3, isCalm: true, stages: 3 });
  expect(calm).toMatchObject({ broken: [], heard: [1, 1, 1, 0], said: [4, 4, 4] });
  const worlds = Array.from({ length: 4 }, (_, index) => ({
    seed: index + 1,
    wanted: { kind: 'review', windows: 2, stages: 2, ...(index % 2 && { postedAfter: 600 }) } as const,
  }));
  const played = await play(worlds);
  expect(played.broken).toEqual([]);
  expect(played.faults).toBeGreaterThan(100);
  expect(played.heard).toBeGreaterThan(2);
});
