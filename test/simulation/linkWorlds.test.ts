import { expect, test } from 'vitest';
import { type LinkWorldWanted, runLinkWorld } from './linkWorld.ts';

async function play(worlds: readonly { seed: number; wanted?: LinkWorldWanted }[]) {
  const sum = { broken: [] as string[], faults: 0, writes: 0 };
  for (const { seed, wanted } of worlds) {
    const { broken, faults, writes } = await runLinkWorld(seed, wanted);
    sum.broken.push(...broken.map((sentence) => `seed ${seed}: ${sentence}`));
    sum.faults += faults;
    sum.writes += writes;
  }
  return sum;
}

test('whatever goes wrong, the issue ends with every link, none too many, one count and each update once', async () => {
  const played = await play(Array.from({ length: 50 }, (_, index) => ({ seed: index + 1 })));
  expect(played.broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(played.faults).toBeGreaterThan(100);
  expect(played.writes).toBeGreaterThan(700);
}, 120_000);

test('a tab may die at any place where it waits', async () => {
  const { awaits } = await runLinkWorld(3, { size: 3, isCalm: true, death: undefined });
  expect(awaits).toBeGreaterThan(20);
  const deaths = Array.from({ length: awaits }, (_, at) =>
    (['before', 'under way', 'after'] as const).map((when) => ({ at: at + 1, when })),
  ).flat();
  const played = await play(deaths.map((death) => ({ seed: 3, wanted: { size: 3, isCalm: true, death } })));
  expect(played.broken).toEqual([]);
}, 120_000);
