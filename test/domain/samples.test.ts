import { expect, test } from 'vitest';
import { chooseSamples } from '../../src/domain/samples.ts';
import type { SurveyRow } from '../../src/domain/survey.ts';

const row = (id: number, different: Partial<SurveyRow> = {}): SurveyRow => ({
  id,
  requesterId: id,
  name: `Customer ${id}`,
  language: 'en',
  timeZone: 'America/New_York',
  channel: 'email',
  status: 'open',
  fate: 'tell',
  ...different,
});
const chosen = (rows: SurveyRow[], most = 3) => chooseSamples(rows, most).map(({ id }) => id);

test('every language comes before a second reader of the same', () => {
  const rows = [row(1), row(2), row(3, { language: 'es' }), row(4, { missing: 'fr' })];
  expect(chosen(rows)).toEqual([1, 3, 4]);
});

test('in one language, time zones tell readers apart; a person who gets a pointer comes before them', () => {
  const rows = [row(1), row(2), row(3, { timeZone: 'Asia/Tokyo' }), row(4, { first: 1 })];
  expect(chosen(rows)).toEqual([1, 4, 3]);
});

test('only those who will be told, and no more than there are', () => {
  expect(chosen([row(1, { fate: 'closed' }), row(2), row(3, { fate: 'told' })])).toEqual([2]);
  expect(chosen([])).toEqual([]);
});

test('of ten thousand alike the first three, at once', () => {
  const rows = Array.from({ length: 10_000 }, (_, id) => row(id));
  expect(chosen(rows)).toEqual([0, 1, 2]);
});
