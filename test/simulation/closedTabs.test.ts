import { describe, expect, test } from 'vitest';
import type { Death } from './openAgent.ts';
import { playWorlds } from './playWorlds.ts';
import { runWorld, type WorldWanted } from './runWorld.ts';

const WHENS: Death['when'][] = ['before', 'under way', 'after'];

/** A calm world over and over; each time the first tab dies one place later, and another agent goes on. */
async function dieEverywhere(wanted: WorldWanted, whens = WHENS) {
  const calm = { isCalm: true, ...wanted };
  const { awaits } = await runWorld(4, { ...calm, death: undefined });
  const places = Array.from({ length: awaits }, (_, index) => index + 1);
  const deaths = places.flatMap((at) => whens.map((when) => ({ at, when })));
  const worlds = deaths.map((death) => ({
    name: `${death.when} ${death.at}`,
    seed: 4,
    wanted: { ...calm, death },
  }));
  return { awaits, ...(await playWorlds(worlds)) };
}

describe('a tab that is closed at any place where the app waits', () => {
  test.each(['identified', 'resolved'] as const)(
    'leaves nobody out and nobody told twice (%s)',
    async (stage) => {
      const { awaits, broken } = await dieEverywhere({ size: 7, stage });
      expect(awaits).toBeGreaterThan(12);
      expect(broken).toEqual([]);
    },
    60_000,
  );

  test('leaves nobody out while pages and jobs overlap', async () => {
    const { awaits, broken } = await dieEverywhere({ size: 260, stage: 'monitoring' }, ['under way']);
    expect(awaits).toBeGreaterThan(16);
    expect(broken).toEqual([]);
  }, 60_000);

  test('leaves nobody with a pointer alone who has written twice', async () => {
    const { broken } = await dieEverywhere({ size: 30, settings: { same_person: 'pointer' } }, ['under way']);
    expect(broken).toEqual([]);
  }, 60_000);
});
