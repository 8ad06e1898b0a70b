import { expect, test } from 'vitest';
import { coverageOf, untoldReason } from '../../src/domain/coverage.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { sampleIncident, sampleTicket } from './sample.ts';

const report = (told: string | undefined, different: Partial<Ticket> = {}) =>
  sampleTicket({
    type: 'incident',
    problemId: 100,
    fields: told === undefined ? {} : { allclear_told: told },
    ...different,
  });

test('told are those who heard the newest update, behind are the others', () => {
  const reports = [report('100/3'), report('100/2'), report(undefined), report('99/3'), report('oops')];
  expect(coverageOf(sampleIncident(), reports)).toEqual({ n: 3, told: 1, total: 5, cannot: {}, behind: 4 });
});

test('those whom no broadcast reaches are counted by reason, not as behind', () => {
  const reports = [
    report('100/2', { status: 'closed' }),
    report(undefined, { status: 'closed' }),
    report(undefined, { status: 'closed', tags: ['closed_by_merge'] }),
    report(undefined, { isMessaging: true }),
  ];
  expect(coverageOf(sampleIncident(), reports)).toEqual({
    n: 3,
    told: 0,
    total: 4,
    cannot: { closed: 2, merged: 1, messaging: 1 },
    behind: 0,
  });
});

test('a customer who heard the newest update counts as told, closed or not', () => {
  expect(coverageOf(sampleIncident(), [report('100/3', { status: 'closed' })])).toMatchObject({
    told: 1,
    cannot: {},
  });
});

test('a customer who heard a newer update than we have read is not behind', () => {
  expect(coverageOf(sampleIncident(), [report('100/4')])).toMatchObject({ told: 1, behind: 0 });
});

test('before the first update, those who were answered are told and the others are not', () => {
  const early = sampleIncident({ update: undefined });
  expect(coverageOf(early, [report('100/0'), report(undefined)])).toMatchObject({ n: 0, told: 1, behind: 1 });
});

test('nobody wrote in: nobody is behind', () => {
  expect(coverageOf(sampleIncident(), [])).toEqual({ n: 3, told: 0, total: 0, cannot: {}, behind: 0 });
});

test('a report that is solved, pending or on hold can be told', () => {
  for (const status of ['solved', 'pending', 'hold'] as const)
    expect(untoldReason(report(undefined, { status }))).toBeUndefined();
});
