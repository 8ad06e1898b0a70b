import { expect, test } from 'vitest';
import { hoursSaved, type Measured1, totalsOf } from '../../src/domain/deskMeasures.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Measures } from '../../src/domain/measures.ts';

const MINUTE = 60_000;

function measured(reports: number, figures: Partial<Measures>, afterResolved?: number): Measured1 {
  const promises = { made: 2, kept: 1, broken: 1, open: 0, moot: 0, worstLateMs: 0 };
  const measures = {
    startedAt: '',
    lastedMs: 0,
    updates: 1,
    reopened: 0,
    promises,
    etas: { given: 0, met: 0, missed: 0, revised: 0, open: 0 },
    longestSilence: { ms: 5 * MINUTE, from: '', to: '' },
    reach: [],
    ...figures,
  } satisfies Measures;
  return {
    incident: { reports } as Incident,
    measures,
    ...(afterResolved !== undefined && { afterResolved }),
  };
}

test('the figures of many incidents: medians and sums of what is known, and of how many it is known', () => {
  const reach = (told: number, total: number) => [{ n: 1, at: '', told, total }];
  const totals = totalsOf([
    measured(10, { firstNoticeMs: 5 * MINUTE, reach: reach(8, 10), reopened: 1 }, 2),
    measured(30, {
      firstNoticeMs: 9 * MINUTE,
      coverage: { n: 2, told: 27, total: 30, cannot: 3 },
      reach: reach(20, 20),
    }),
    measured(2, { longestSilence: { ms: 50 * MINUTE, from: '', to: '' } }),
  ]);
  expect(totals).toEqual({
    incidents: 3,
    firstNoticeMs: 7 * MINUTE,
    promisesKept: 3,
    promisesDue: 6,
    longestSilenceMs: 50 * MINUTE,
    told: 35,
    toldOf: 40,
    afterResolved: 2,
    afterResolvedOf: 1,
    relapses: 1,
    reports: 42,
    replies: 28,
  });
});

test('hours of typing: replies that went out, by the minutes that one takes', () => {
  expect(hoursSaved(40, 3)).toBe(2);
});

test('of no incident nothing is claimed', () => {
  expect(totalsOf([])).toMatchObject({
    incidents: 0,
    firstNoticeMs: undefined,
    toldOf: 0,
    longestSilenceMs: 0,
  });
});
