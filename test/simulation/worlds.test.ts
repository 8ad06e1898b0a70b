import { describe, expect, test } from 'vitest';
import { FAULTS, failCall } from '../actions/faultsAtEveryCall.ts';
import type { World } from '../workspace/world/world.ts';
import type { Death } from './openAgent.ts';
import { runWorld } from './runWorld.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);
// Found an older runner that mended a newer one's ledger.
const PLAIN_SEEDS = [3_702];

describe('whatever goes wrong', () => {
  test('every customer is told once, or has a name for why not', async () => {
    const broken: string[] = [];
    const sum = { tellings: 0, faults: 0 };
    for (const seed of [...SEEDS, ...PLAIN_SEEDS]) {
      const run = await runWorld(seed, { isPlain: PLAIN_SEEDS.includes(seed) });
      sum.tellings += run.tellings;
      sum.faults += run.faults;
      broken.push(...run.broken.map((sentence) => `seed ${seed}: ${sentence}`));
    }
    expect(broken).toEqual([]);
    // A simulation in which nothing happens would hold too.
    expect(sum.tellings).toBeGreaterThan(500);
    expect(sum.faults).toBeGreaterThan(50);
  }, 120_000);
});

describe('who has written more than once', () => {
  test('reads the whole text once, and where it is in the other tickets', async () => {
    const settings = { same_person: 'pointer' };
    const calm = { size: 150, isCalm: true, death: undefined };
    for (const seed of [1, 2, 3])
      expect(await runWorld(seed, { ...calm, settings })).toMatchObject({ broken: [], repeats: 0 });
    expect((await runWorld(1, { ...calm, settings: {} })).repeats).toBeGreaterThan(10);
  });

  test('is not left with a pointer alone, wherever the tab dies', async () => {
    const calm = { size: 30, isCalm: true, settings: { same_person: 'pointer' } };
    const { awaits } = await runWorld(4, { ...calm, death: undefined });
    for (let at = 1; at <= awaits; at++) {
      const run = await runWorld(4, { ...calm, death: { at, when: 'under way' } });
      expect({ at, broken: run.broken }).toEqual({ at, broken: [] });
    }
  }, 60_000);
});

describe('a tab that is closed', () => {
  test.each<Death['when']>(['before', 'under way', 'after'])(
    'at any place where the app waits (%s) leaves nobody out and nobody told twice',
    async (when) => {
      const calm = { size: 7, isCalm: true };
      const { awaits } = await runWorld(4, { ...calm, death: undefined });
      expect(awaits).toBeGreaterThan(8);
      const broken: string[] = [];
      for (let at = 1; at <= awaits; at++) {
        const run = await runWorld(4, { ...calm, death: { at, when } });
        broken.push(...run.broken.map((sentence) => `at ${at}: ${sentence}`));
      }
      expect(broken).toEqual([]);
    },
    60_000,
  );
});

describe('a call that goes wrong', () => {
  test.each(FAULTS)(
    '(%s), whichever it is, leaves nobody out and nobody told twice',
    async (_, fault) => {
      const broken: string[] = [];
      for (let index = 0; index < 25; index++) {
        const spoil = (world: World) => failCall(world, index, fault);
        const run = await runWorld(4, { size: 7, isCalm: true, death: undefined, spoil });
        broken.push(...run.broken.map((sentence) => `call ${index}: ${sentence}`));
      }
      expect(broken).toEqual([]);
    },
    60_000,
  );
});
