import { describe, expect, test } from 'vitest';
import {
  filterRows,
  type ReportRow,
  standingOf,
  tallyRows,
  toReportRow,
  whyNotTold,
} from '../../src/domain/reportRows.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { HOSTILE } from './hostile.ts';
import { sampleTicket } from './sample.ts';

const PERSON = { id: 500_001, name: 'Lucía Romero', locale: 'es-ES', isSuspended: false };
const LANGUAGES: Record<string, string> = { 'es-ES': 'español' };

function row(different: Partial<Ticket> = {}, person = PERSON): ReportRow {
  const report = sampleTicket({ type: 'incident', problemId: 100, ...different });
  return toReportRow(report, 100, person, (language) => LANGUAGES[language] ?? language)!;
}
const told = (n: number, different: Partial<Ticket> = {}) =>
  row({ fields: { allclear_told: `100/${n}` }, ...different });

describe('a row', () => {
  test('keeps nothing of the ticket but what is shown, found and exported', () => {
    expect(told(2, { description: 'x'.repeat(5_000) })).toEqual({
      id: 201,
      subject: 'I cannot donate',
      customer: 'Lucía Romero',
      language: 'es-ES',
      channel: 'email',
      organization: 0,
      createdAt: '2026-11-23T10:40:00Z',
      status: 'open',
      told: 2,
      isDoubtful: false,
      cannot: undefined,
      failed: undefined,
      words: '#201\nlucia romero\ni cannot donate\nes-es\nespanol',
    });
  });

  test('is not made of a ticket that hangs on the incident no more', () => {
    expect(toReportRow(sampleTicket({ problemId: 99 }), 100, PERSON)).toBeUndefined();
  });

  test('of a customer whom Zendesk does not name is still one', () => {
    expect(toReportRow(sampleTicket({ problemId: 100 }), 100, undefined)).toMatchObject({
      customer: '',
      language: '',
    });
  });

  test.each([
    ['closed', row({ status: 'closed' })],
    ['merged', row({ status: 'closed', tags: ['closed_by_merge'] })],
    ['messaging', row({ isMessaging: true })],
    ['suspended', row({}, { ...PERSON, isSuspended: true })],
    [undefined, row({ status: 'solved' })],
  ])('says that it is %s', (reason, made) => {
    expect(whyNotTold(made)).toBe(reason);
  });

  test(`of ${HOSTILE.length} hostile subjects is one line each`, () => {
    for (const { name, text } of HOSTILE) expect(row({ subject: text }).subject, name).not.toMatch(/[\r\n]/);
  });
});

describe('with the newest update, 3', () => {
  const standing = (one: ReportRow) => standingOf(one, 3, 3);
  test('told are those whose ledger says so, closed or not', () => {
    expect(standing(told(3))).toBe('told');
    expect(standing(told(3, { status: 'closed' }))).toBe('told');
  });
  test('a ledger ahead of what was read counts as told', () => {
    expect(standing(told(4))).toBe('told');
  });
  test('behind are those who can be told, and cannot those who can’t', () => {
    expect(standing(told(2))).toBe('behind');
    expect(standing(row())).toBe('behind');
    expect(standing(row({ fields: { allclear_told: '99/3' } }))).toBe('behind');
    expect(standing(told(2, { status: 'closed' }))).toBe('cannot');
  });
  test('whom the last broadcast failed on is not told, and the reason is known', () => {
    const failed = { ...told(2), failed: { id: 201, because: 'refused', detail: 'no' } as const };
    expect(standing(failed)).toBe('cannot');
    expect(whyNotTold(failed)).toBe('refused');
    expect(whyNotTold({ ...failed, cannot: 'closed' })).toBe('closed');
  });
});

describe('with an earlier update, 2 of 3', () => {
  const standing = (one: ReportRow) => standingOf(one, 2, 3);
  test('told is only who was told nothing newer: the ledger holds one update', () => {
    expect(standing(told(2))).toBe('told');
    expect(standing(told(3))).toBe('since');
  });
  test('whose ledger names an older one, or none, did not hear it', () => {
    expect(standing(told(1))).toBe('behind');
    expect(standing(row())).toBe('behind');
    expect(standing(told(1, { status: 'closed' }))).toBe('cannot');
  });
  test('what the broadcast of the newest one failed on says nothing of an earlier one', () => {
    expect(standing({ ...told(1), failed: { id: 201, because: 'refused' } })).toBe('behind');
  });
});

test('every row is counted once, with its reason if it has one', () => {
  const rows = [told(3), told(2), told(2, { status: 'closed' }), row(), row({ isMessaging: true }), told(1)];
  const tally = tallyRows(rows, 3, 3);
  expect(tally).toEqual({
    all: 6,
    told: 1,
    since: 0,
    behind: 3,
    cannot: 2,
    reasons: { closed: 1, messaging: 1 },
  });
  expect(tallyRows(rows, 2, 3)).toMatchObject({ told: 2, since: 1, behind: 2, cannot: 1 });
  expect(tally.told + tally.since + tally.behind + tally.cannot).toBe(tally.all);
});

describe('a filter', () => {
  const rows = [
    told(3, { id: 1, subject: 'Donación fallida' }),
    told(2, { id: 12 }),
    row({ id: 23, status: 'closed' }, { ...PERSON, name: 'Ana Torres', locale: 'en-US' }),
  ];
  const ids = (show: 'all' | 'told' | 'behind' | 'cannot', text: string) =>
    filterRows(rows, { show, text }, 3, 3).map(({ id }) => id);

  test('finds customers without their accents, subjects, languages by their name, and numbers', () => {
    expect(ids('all', 'LUCIA')).toEqual([1, 12]);
    expect(ids('all', 'donacion')).toEqual([1]);
    expect(ids('all', 'español')).toEqual([1, 12]);
    expect(ids('all', '#2')).toEqual([23]);
    expect(ids('all', 'en-us')).toEqual([23]);
  });
  test('wants every word of it, in any order', () => {
    expect(ids('all', 'fallida lucia')).toEqual([1]);
    expect(ids('all', 'fallida ana')).toEqual([]);
  });
  test('keeps to those it is asked for', () => {
    expect(ids('told', '')).toEqual([1]);
    expect(ids('behind', 'lucia')).toEqual([12]);
    expect(ids('cannot', ' ')).toEqual([23]);
  });
  test('that asks for nothing leaves the rows as they are', () => {
    expect(filterRows(rows, { show: 'all', text: '' }, 3, 3)).toBe(rows);
  });
});
