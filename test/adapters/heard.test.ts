import { describe, expect, test } from 'vitest';
import { createHeard } from '../../src/adapters/heard.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { readMyself } from '../../src/adapters/zaf/myself.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';

const forbidden = (): Storage => {
  throw new Error('third parties may not store');
};

describe('what an agent was reminded of', () => {
  test('is known to every window of the browser, for that agent and that incident', () => {
    const kept = memoryStorage();
    createHeard(() => kept).keep(1, 100, 'overdue');
    const other = createHeard(() => kept);
    expect(other.has(1, 100, 'overdue')).toBe(true);
    expect(other.has(2, 100, 'overdue')).toBe(false);
    expect(other.has(1, 101, 'overdue')).toBe(false);
    expect(other.has(1, 100, 'ahead')).toBe(false);
  });

  test('is known to the window itself where storing is forbidden, or holds what nobody can read', () => {
    const broken = memoryStorage();
    broken.setItem('allclear.reminded.1', '{"not":"ours"');
    for (const storage of [forbidden, () => broken]) {
      const heard = createHeard(storage);
      expect(heard.has(1, 100, 'overdue')).toBe(false);
      heard.keep(1, 100, 'overdue');
      expect(heard.has(1, 100, 'overdue')).toBe(true);
    }
  });

  test('is kept for the last two hundred', () => {
    const kept = memoryStorage();
    const heard = createHeard(() => kept);
    for (let n = 1; n <= 205; n += 1) heard.keep(1, n, 'overdue');
    const later = createHeard(() => kept);
    expect([later.has(1, 5, 'overdue'), later.has(1, 6, 'overdue')]).toEqual([false, true]);
  });
});

test('Zendesk’s interface says who is at the screen, and asks no server', async () => {
  const world = createWorld();
  const { tom } = smallOutage(world);
  const calls = { count: 0 };
  world.faults.script(
    () => {
      calls.count += 1;
      return false;
    },
    { kind: 'lost', applied: false },
  );
  const { client } = openClient(world, { agent: tom.id, ticketId: 0, location: 'background' });
  const me = await readMyself(client as unknown as ZafClient);
  expect(me).toEqual({ id: tom.id, groups: [{ id: 360_101, name: 'Support' }] });
  expect(calls.count).toBe(0);
});
