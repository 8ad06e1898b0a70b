import { expect, test } from 'vitest';
import { FAULTS, failCall } from '../actions/faultsAtEveryCall.ts';
import { type DeclareWanted, runDeclareWorld } from './declareWorld.ts';
import type { Death } from './openAgent.ts';

async function play(worlds: readonly { name: string; seed: number; wanted?: DeclareWanted }[]) {
  const sum = { broken: [] as string[], faults: 0, incidents: 0, issues: 0 };
  for (const { name, seed, wanted } of worlds) {
    const run = await runDeclareWorld(seed, wanted);
    sum.faults += run.faults;
    sum.incidents += run.incidents;
    sum.issues += run.issues;
    sum.broken.push(...run.broken.map((sentence) => `${name}: ${sentence}`));
  }
  return sum;
}

test('whatever goes wrong, a declaration makes one incident and one issue, and loses no report', async () => {
  const worlds = Array.from({ length: 50 }, (_, index) => ({ name: `seed ${index + 1}`, seed: index + 1 }));
  const { broken, faults, incidents, issues } = await play(worlds);
  expect(broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(incidents).toBeGreaterThan(50);
  expect(issues).toBeGreaterThanOrEqual(incidents - 5);
  expect(faults).toBeGreaterThan(100);
}, 60_000);

const CALM: DeclareWanted = { size: 3, isCalm: true, death: undefined };

test('a tab that dies at any place where declaring waits leaves nothing out and nothing twice', async () => {
  const { awaits } = await runDeclareWorld(4, CALM);
  expect(awaits).toBeGreaterThan(15);
  const whens: Death['when'][] = ['before', 'under way', 'after'];
  const deaths = Array.from({ length: awaits }, (_, index) =>
    whens.map((when) => ({ at: index + 1, when })),
  ).flat();
  const worlds = deaths.map((death) => ({
    name: `${death.when} ${death.at}`,
    seed: 4,
    wanted: { ...CALM, death },
  }));
  expect((await play(worlds)).broken).toEqual([]);
}, 60_000);

test.each(FAULTS)(
  '%s, whichever call it is, leaves nothing out and nothing twice',
  async (_, fault) => {
    const worlds = Array.from({ length: 30 }, (_, index) => ({
      name: `call ${index}`,
      seed: 4,
      wanted: { ...CALM, spoil: (world: Parameters<typeof failCall>[0]) => failCall(world, index, fault) },
    }));
    expect((await play(worlds)).broken).toEqual([]);
  },
  60_000,
);
