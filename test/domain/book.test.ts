import { expect, test } from 'vitest';
import { createBook } from '../../src/domain/book.ts';
import type { Pass, Skipped } from '../../src/domain/pass.ts';
import { sampleTicket } from './sample.ts';

const NOTHING: Pass = { tell: [], wait: [], skip: [], told: [], check: [], follow: [], gone: [] };
const NO_RESULTS = { told: [], again: [], refused: [], unsure: [] };
const refusal = (because: Skipped['because']): Skipped => ({ id: 1, because });

test('every report is counted once, where it stands last', () => {
  const book = createBook();
  const tell = [1, 2, 3, 4].map((id) => sampleTicket({ id }));
  book.enter({ ...NOTHING, tell, wait: [5], told: [6], skip: [{ id: 7, because: 'closed' }] });
  book.settle({ told: [1], again: [2], refused: [{ id: 3, because: 'suspended' }], unsure: [4] });
  expect(book.tally()).toEqual({
    total: 7,
    told: 2,
    toGo: 2,
    unsure: 1,
    skipped: [
      { id: 3, because: 'suspended' },
      { id: 7, because: 'closed' },
    ],
    hidden: 0,
  });
  expect(book.unfinished()).toEqual([2, 4, 5]);
});

test('a failure without a name is tried three times, one with a name once', () => {
  const book = createBook();
  for (const left of [[1], [1], []]) {
    book.settle({ ...NO_RESULTS, refused: [refusal('refused')] });
    expect(book.unfinished()).toEqual(left);
  }
  const other = createBook();
  other.settle({ ...NO_RESULTS, refused: [refusal('not allowed')] });
  expect(other.tally().skipped).toEqual([refusal('not allowed')]);
});

test('reports that are gone are not counted, those that are hidden are', () => {
  const book = createBook();
  book.enter({ ...NOTHING, told: [1, 2, 3] });
  book.enter({ ...NOTHING, gone: [1] });
  book.strike([2]);
  expect(book.tally(4)).toMatchObject({ total: 5, told: 1, hidden: 4 });
});
