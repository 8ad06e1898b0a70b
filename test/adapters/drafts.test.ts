import { describe, expect, test } from 'vitest';
import { createDrafts } from '../../src/adapters/zaf/drafts.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { HOSTILE } from '../domain/hostile.ts';

const draft: Draft = {
  ticket: 201,
  incident: 100,
  n: 3,
  stage: 'identified',
  lines: ['Hello Ana,', 'we know what is wrong.'],
  before: { told: '100/2', stage: 'allclear_investigating' },
  isMarked: true,
};

/** A browser tab's storage: it outlives a reload of the app. */
function tabStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** A browser that blocks third parties throws at every touch. */
function brokenStorage(): Storage {
  return new Proxy({} as Storage, {
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
}

describe('a draft', () => {
  test('outlives a reload of the app', () => {
    const storage = tabStorage();
    createDrafts(() => storage).keep(draft);
    expect(createDrafts(() => storage).get(201)).toEqual(draft);
  });

  test('belongs to its ticket', () => {
    const storage = tabStorage();
    const drafts = createDrafts(() => storage);
    drafts.keep(draft);
    expect(drafts.get(20)).toBeUndefined();
  });

  test('is gone once dropped, after a reload too', () => {
    const storage = tabStorage();
    const drafts = createDrafts(() => storage);
    drafts.keep(draft);
    drafts.drop(201);
    expect(drafts.get(201)).toBeUndefined();
    expect(createDrafts(() => storage).get(201)).toBeUndefined();
    expect(storage).toHaveLength(0);
  });

  test('is replaced by the next one', () => {
    const storage = tabStorage();
    const drafts = createDrafts(() => storage);
    drafts.keep(draft);
    drafts.keep({ ...draft, n: 4 });
    expect(drafts.get(201)?.n).toBe(4);
  });

  test.each([
    ['broken', brokenStorage],
    [
      'forbidden',
      () => {
        throw new Error('forbidden');
      },
    ],
  ])('is kept while the app is open when the storage is %s', (_, storage) => {
    const drafts = createDrafts(storage);
    expect(drafts.get(201)).toBeUndefined();
    drafts.keep(draft);
    expect(drafts.get(201)).toEqual(draft);
    drafts.drop(201);
    expect(drafts.get(201)).toBeUndefined();
  });

  test.each(['', '{', 'null', '[]', '{"ticket":"201"}', JSON.stringify({ ...draft, lines: 'no' })])(
    'stored as %j by another release is no draft',
    (text) => {
      const storage = tabStorage();
      storage.setItem('allclear.draft.201', text);
      expect(createDrafts(() => storage).get(201)).toBeUndefined();
    },
  );

  test(`holds ${HOSTILE.length} hostile texts word for word`, () => {
    const storage = tabStorage();
    const lines = HOSTILE.map(({ text }) => text);
    createDrafts(() => storage).keep({ ...draft, lines });
    expect(createDrafts(() => storage).get(201)?.lines).toEqual(lines);
  });
});
