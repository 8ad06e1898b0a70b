import { expect, test } from 'vitest';
import { runWorld } from './runWorld.ts';

test('who has written more than once reads the whole text once, and where it is in the other tickets', async () => {
  const settings = { same_person: 'pointer' };
  const calm = { size: 150, isCalm: true, death: undefined };
  for (const seed of [1, 2, 3])
    expect(await runWorld(seed, { ...calm, settings })).toMatchObject({ broken: [], repeats: 0 });
  expect((await runWorld(1, { ...calm, settings: {} })).repeats).toBeGreaterThan(10);
});
