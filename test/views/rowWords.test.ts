import { expect, test } from 'vitest';
import { toReportRow } from '../../src/domain/reportRows.ts';
import { cellsOf, headCells } from '../../src/views/modal/reports/rowWords.ts';
import { createWords } from '../../src/views/phrases.tsx';
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };
import { sampleTicket } from '../domain/sample.ts';

const english = createWords('en', en.phrases);
const person = { id: 500_001, name: 'Lucía Romero', locale: 'es-419', isSuspended: false };
const report = (told?: string) =>
  toReportRow(
    sampleTicket({
      problemId: 100,
      channel: 'native_messaging',
      fields: told ? { allclear_told: told } : {},
    }),
    100,
    person,
  )!;

test('a row of the file has as many cells as its head, the number as a number', () => {
  const about = { n: 3, newest: 3 };
  const cells = cellsOf(report('100/2'), about, english);
  expect(cells).toHaveLength(headCells(about, english).length);
  expect(cells).toEqual([
    ...[201, 'Lucía Romero', 'I cannot donate', 'español', 'Messaging', 'Open'],
    ...['update 2', 'Behind', '', ''],
  ]);
});

test('what Zendesk said of a failure is in the file', () => {
  const failed = { id: 201, because: 'refused', detail: 'Region is needed' } as const;
  const cells = cellsOf({ ...report(), failed }, { n: 3, newest: 3 }, english);
  expect(cells.slice(-4)).toEqual(['nothing yet', 'Can’t be told', 'refused by Zendesk', 'Region is needed']);
});

test('before the first update, who was answered is told', () => {
  const about = { n: 0, newest: 0 };
  expect(cellsOf(report('100/0'), about, english).slice(6, 8)).toEqual(['before update 1', 'Told']);
  expect(cellsOf(report(), about, english).slice(6, 8)).toEqual(['nothing yet', 'Behind']);
  expect(headCells(about, english)[7]).toBe('before update 1');
});

test('nobody is behind with an earlier update: they were not told it', () => {
  const about = { n: 2, newest: 3 };
  expect(cellsOf(report('100/1'), about, english)[7]).toBe('Not told');
  expect(cellsOf(report('100/3'), about, english)[7]).toBe('Told a newer one');
});

test('the file speaks the agent’s language', () => {
  expect(headCells({ n: 3, newest: 3 }, createWords('es', es.phrases))).toContain('Asunto');
});
