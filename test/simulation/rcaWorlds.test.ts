import { expect, test } from 'vitest';
import { type RcaWorldWanted, runRcaWorld } from './rcaWorld.ts';

async function play(worlds: readonly { seed: number; wanted?: RcaWorldWanted }[]) {
  const sum = { broken: [] as string[], faults: 0, followUps: 0 };
  for (const { seed, wanted } of worlds) {
    const { broken, faults, followUps } = await runRcaWorld(seed, wanted);
    sum.broken.push(...broken.map((sentence) => `seed ${seed} ${JSON.stringify(wanted ?? {})}: ${sentence}`));
    sum.faults += faults;
    sum.followUps += followUps;
  }
  return sum;
}

test('whatever goes wrong, whoever was to get the RCA has it once, closed tickets by one follow-up, and nobody else', async () => {
  const played = await play(Array.from({ length: 60 }, (_, index) => ({ seed: index + 1 })));
  expect(played.broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(played.faults).toBeGreaterThan(100);
  expect(played.followUps).toBeGreaterThan(50);
}, 120_000);

test('the tab may die at any place where it waits', async () => {
  const { awaits } = await runRcaWorld(6, { isCalm: true });
  expect(awaits).toBeGreaterThan(8);
  const deaths = Array.from({ length: awaits }, (_, at) =>
    (['before', 'under way', 'after'] as const).map((when) => ({ at: at + 1, when })),
  ).flat();
  const played = await play(deaths.map((death) => ({ seed: 6, wanted: { isCalm: true, death } })));
  expect(played.broken).toEqual([]);
}, 120_000);
