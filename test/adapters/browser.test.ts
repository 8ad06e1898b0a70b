import { describe, expect, test } from 'vitest';
import { createBrowser } from '../../src/adapters/browser.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';

describe('the wish to go on by oneself', () => {
  test('is remembered for all tabs of the browser, until it is taken back', () => {
    const storage = memoryStorage();
    const one = createBrowser(() => storage, undefined);
    expect(one.goesOnAlone()).toBe(false);
    one.setGoesOnAlone(true);
    const other = createBrowser(() => storage, undefined);
    expect(other.goesOnAlone()).toBe(true);
    other.setGoesOnAlone(false);
    expect(one.goesOnAlone()).toBe(false);
  });

  test('holds for this tab where storing is forbidden', () => {
    const browser = createBrowser(() => {
      throw new Error('forbidden');
    }, undefined);
    browser.setGoesOnAlone(true);
    expect(browser.goesOnAlone()).toBe(true);
  });
});

describe('a part that one tab has at a time', () => {
  test('is nobody else’s until it is given back', async () => {
    const locks = oneBrowsersLocks();
    const [one, other] = [createBrowser(memoryStorage, locks), createBrowser(memoryStorage, locks)];
    const giveBack = await one.take('telling 100');
    expect(giveBack).toBeTypeOf('function');
    expect(await other.take('telling 100')).toBeUndefined();
    expect(await other.take('telling 200')).toBeTypeOf('function');
    giveBack?.();
    await Promise.resolve();
    expect(await other.take('telling 100')).toBeTypeOf('function');
  });

  test('is anybody’s where the browser has no locks, or refuses them', async () => {
    expect(await createBrowser(memoryStorage, undefined).take('telling 100')).toBeTypeOf('function');
    const refusing = { request: () => Promise.reject(new Error('not allowed')) } as unknown as LockManager;
    expect(await createBrowser(memoryStorage, refusing).take('telling 100')).toBeTypeOf('function');
  });
});

/** As a browser has them: a lock is held for as long as the promise of who got it is open. */
function oneBrowsersLocks(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: unknown,
    act: (lock: { name: string } | null) => unknown,
  ) => {
    if (held.has(name)) return act(null);
    held.add(name);
    try {
      return await act({ name });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as LockManager;
}
