import { expect, test } from 'vitest';
import { keepTraffic } from '../adapters/keepTraffic.ts';
import type { Answer } from '../workspace/world/call.ts';
import type { World } from '../workspace/world/world.ts';
import { playWorlds, seeds } from './playWorlds.ts';

const traffic = keepTraffic('simulation');

test('whatever goes wrong, every customer is told once, or has a name for why not', async () => {
  const { broken, tellings, faults } = await playWorlds(seeds(1, 130));
  expect(broken).toEqual([]);
  // A simulation in which nothing happens would hold too.
  expect(tellings).toBeGreaterThan(2_000);
  expect(faults).toBeGreaterThan(500);
}, 120_000);

test('what is sent meanwhile is kept, to be checked against the vendors’ descriptions', async () => {
  const spoil = (world: World) => {
    // A 429 without Retry-After is a fault of ours to be ready for, and none that Zendesk describes.
    world.traffic = {
      ...traffic,
      record: (...exchange) => isDescribed(exchange[2]) && traffic.record(...exchange),
    };
  };
  expect((await playWorlds(seeds(501, 512, { size: 5, spoil }))).broken).toEqual([]);
  expect(traffic.exchanges.length).toBeGreaterThan(300);
});

function isDescribed(answer: Answer | null): boolean {
  return answer?.status !== 429 || 'retry-after' in answer.headers;
}
