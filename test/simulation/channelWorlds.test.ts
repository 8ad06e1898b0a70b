import { expect, test } from 'vitest';
import { type ChannelWorldWanted, runChannelWorld } from './channelWorld.ts';

async function play(worlds: readonly { seed: number; wanted?: ChannelWorldWanted }[]) {
  const sum = { broken: [] as string[], faults: 0, states: new Set<string>() };
  for (const { seed, wanted } of worlds) {
    const { broken, faults, states } = await runChannelWorld(seed, wanted);
    sum.broken.push(...broken.map((sentence) => `seed ${seed} ${JSON.stringify(wanted ?? {})}: ${sentence}`));
    sum.faults += faults;
    for (const state of states) sum.states.add(state);
  }
  return sum;
}

test('whatever goes wrong, customers are told, every receipt is true, and nothing is said twice by itself', async () => {
  const played = await play(Array.from({ length: 40 }, (_, index) => ({ seed: index + 1 })));
  expect(played.broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(played.faults).toBeGreaterThan(100);
  expect([...played.states].sort()).toEqual(expect.arrayContaining(['told', 'unknown']));
}, 120_000);

test('any channel may be gone from any call on', async () => {
  const { calls } = await runChannelWorld(5, { isCalm: true });
  expect(calls).toBeGreaterThan(5);
  const played = await play(
    Array.from({ length: calls }, (_, index) => ({ seed: 5, wanted: { isCalm: true, downFrom: index + 1 } })),
  );
  expect(played.broken).toEqual([]);
  expect(played.states).toContain('failed');
}, 120_000);

test('the tab may die at any place where it waits', async () => {
  const { awaits } = await runChannelWorld(6, { isCalm: true });
  // Each place in one of three ways; the simulation has them all.
  const deaths = Array.from({ length: awaits }, (_, at) => ({
    at: at + 1,
    when: (['before', 'under way', 'after'] as const)[at % 3] ?? 'after',
  }));
  const played = await play(deaths.map((death) => ({ seed: 6, wanted: { isCalm: true, death } })));
  expect(played.broken).toEqual([]);
}, 120_000);
