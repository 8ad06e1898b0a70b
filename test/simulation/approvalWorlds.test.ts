import { expect, test } from 'vitest';
import { runApprovalWorld } from './approvalWorld.ts';

type Played = { seed: number; wanted?: Parameters<typeof runApprovalWorld>[1] };

async function play(worlds: readonly Played[]) {
  const sum = { broken: [] as string[], faults: 0, ends: new Set<string>() };
  for (const { seed, wanted } of worlds) {
    const { broken, faults, ends } = await runApprovalWorld(seed, wanted);
    sum.broken.push(...broken.map((sentence) => `seed ${seed} ${JSON.stringify(wanted ?? {})}: ${sentence}`));
    sum.faults += faults;
    for (const end of ends) sum.ends.add(end);
  }
  return sum;
}

test('whatever goes wrong, an update goes out once and on somebody’s yes, and nobody hears what was refused', async () => {
  const played = await play(Array.from({ length: 60 }, (_, index) => ({ seed: index + 1 })));
  expect(played.broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(played.faults).toBeGreaterThan(100);
  expect([...played.ends].sort()).toEqual(['approved', 'refuse', 'timed out', 'withdraw']);
}, 120_000);

test('the tab that sends a proposal at its limit may die at any place where it waits', async () => {
  const { awaits } = await runApprovalWorld(4, { isCalm: true });
  expect(awaits).toBeGreaterThan(8);
  const worlds = Array.from({ length: awaits }, (_, at) =>
    (['before', 'under way', 'after'] as const).map((when) => ({
      seed: 4,
      wanted: { isCalm: true, death: { at: at + 1, when } },
    })),
  ).flat();
  expect((await play(worlds)).broken).toEqual([]);
}, 120_000);
