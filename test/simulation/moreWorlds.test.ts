import { expect, test } from 'vitest';
import { playWorlds, seeds } from './playWorlds.ts';

// In a file of its own, so that both run at the same time.
test('in more worlds, every customer is told once, or has a name for why not', async () => {
  const { broken, tellings, faults } = await playWorlds(seeds(131, 260));
  expect(broken).toEqual([]);
  expect(tellings).toBeGreaterThan(2_000);
  expect(faults).toBeGreaterThan(500);
}, 120_000);
