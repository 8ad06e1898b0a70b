import { expect, test } from 'vitest';
import { runSeveralWorld } from './severalWorld.ts';

test('whatever goes wrong, whoever is moved hears of it once, and nobody outside a drill hears of it', async () => {
  const sum = { broken: [] as string[], moves: 0, merges: 0, splits: 0, faults: 0 };
  for (let seed = 1; seed <= 30; seed += 1) {
    const run = await runSeveralWorld(seed);
    sum.broken.push(...run.broken.map((sentence) => `seed ${seed}: ${sentence}`));
    sum.moves += run.moves;
    sum.merges += run.merges;
    sum.splits += run.splits;
    sum.faults += run.faults;
  }
  expect(sum.broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(sum.moves).toBeGreaterThan(150);
  expect(Math.min(sum.merges, sum.splits)).toBeGreaterThan(8);
  expect(sum.faults).toBeGreaterThan(100);
}, 120_000);
