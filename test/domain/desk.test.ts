import { describe, expect, test } from 'vitest';
import { promisesOf, reportsOverTime, tellingsOf } from '../../src/domain/chartData.ts';
import { readDeskHash, toDeskHash } from '../../src/domain/deskHash.ts';
import { byPressure } from '../../src/domain/deskOrder.ts';
import { channelMarks, coverageKnown, matches } from '../../src/domain/deskRow.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { organizationsHit } from '../../src/domain/organizations.ts';
import type { ReportRow } from '../../src/domain/reportRows.ts';
import { byReview } from '../../src/domain/reviewOrder.ts';
import { extend, NONE_SELECTED, toggle, toggleAll } from '../../src/domain/selection.ts';
import type { Entry } from '../../src/domain/timeline.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const at = (time: string) => `2026-11-25T${time}:00Z`;

function incident(id: number, more: Partial<Incident> = {}): Incident {
  return {
    id,
    title: `Incident ${id}`,
    isOver: false,
    startedAt: at('09:00'),
    severity: 2,
    stage: 'identified',
    symptoms: '',
    receipts: [],
    updatedAt: at('11:00'),
    ...more,
  };
}

const UPDATE = {
  n: 3,
  stage: 'identified' as const,
  symptoms: '',
  at: at('11:40'),
  by: { id: 1, name: 'Mara Lind' },
};

test('the longest broken promise comes first, then the incident that hit the most customers', () => {
  const order = [
    incident(1, { reports: 5, next: at('12:30') }),
    incident(2, { reports: 1, next: at('11:55') }),
    incident(3, { reports: 90 }),
    incident(4, { reports: 2, next: at('11:30') }),
    incident(5, { reports: 200, next: at('11:00'), isOver: true }),
  ].sort(byPressure(NOW));
  expect(order.map(({ id }) => id)).toEqual([4, 2, 5, 3, 1]);
});

test('of those that are over the review that was owed longest comes first, then the newest incident', () => {
  const owed = (due: string, more: object = {}) => ({ review: { state: 'draft' as const, due, ...more } });
  const order = [
    incident(1, owed(at('11:00'))),
    incident(2),
    incident(3, owed(at('10:00'))),
    incident(4, owed(at('09:00'), { state: 'sent' })),
    incident(5, owed(at('13:00'))),
    incident(6, { ...owed(at('09:00')), isClosed: true }),
  ].sort(byReview(NOW));
  expect(order.map(({ id }) => id)).toEqual([3, 1, 6, 5, 4, 2]);
});

describe('a row', () => {
  test('marks the channels that failed, that nobody knows of, and those that were forgotten once customers were told', () => {
    const receipts = [
      { channel: 'tickets', n: 3, outcome: 'done', told: 5, total: 6, at: at('11:45') },
      { channel: 'slack', n: 3, outcome: 'failed', at: at('11:46') },
      { channel: 'jira', n: 3, outcome: 'telling', until: at('11:50'), at: at('11:46') },
    ];
    const marks = channelMarks(incident(1, { update: UPDATE, receipts }), ['pendo', 'slack'], NOW);
    expect(marks).toEqual([
      { channel: 'jira', state: 'unknown' },
      { channel: 'slack', state: 'failed' },
      { channel: 'pendo', state: 'missing' },
    ]);
    // While customers are still being told, the channels wait for their turn.
    expect(channelMarks(incident(1, { update: UPDATE }), ['slack'], NOW)).toEqual([]);
  });

  test('shows a count of the newest update, else what its telling wrote down, and says which', () => {
    const receipts = [
      {
        channel: 'tickets',
        n: 3,
        outcome: 'done',
        told: 5,
        total: 8,
        skipped: { closed: 2 },
        at: at('11:45'),
      },
    ];
    const known = incident(1, { update: UPDATE, receipts });
    expect(coverageKnown(known)).toEqual({
      told: 5,
      total: 8,
      cannot: 2,
      asOf: at('11:45'),
      isCounted: false,
    });
    const coverage = { n: 3, told: 6, total: 9, cannot: { merged: 1 }, behind: 2 };
    expect(coverageKnown(known, { coverage, asOf: NOW })).toMatchObject({
      told: 6,
      total: 9,
      cannot: 1,
      isCounted: true,
    });
    expect(coverageKnown(known, { coverage: { ...coverage, n: 2 }, asOf: NOW })).toMatchObject({ told: 5 });
    expect(coverageKnown(incident(2))).toBeUndefined();
  });

  test('is found by words of its title, its symptoms, its number and its issue, whatever their accents', () => {
    const found = incident(3024, { title: 'Página de donación', symptoms: 'Error 502', jiraKey: 'PAY-123' });
    for (const text of ['donacion 502', '#3024', 'pay-123', '']) expect(matches(found, text)).toBe(true);
    expect(matches(found, 'donacion 503')).toBe(false);
  });
});

test('a place on the desk survives its address, and nonsense leads to the list', () => {
  const places = [{ at: 'list' }, { at: 'measures' }, { at: 'incident', id: 3024, tab: 'charts' }] as const;
  for (const place of places) expect(readDeskHash(toDeskHash(place))).toEqual(place);
  expect(readDeskHash('#desk/3024/nonsense')).toEqual({ at: 'incident', id: 3024, tab: 'reports' });
  for (const hash of ['', '#desk/0', '#desk/evil', '#desk/1e9/timeline', '#show=post'])
    expect(readDeskHash(hash)).toEqual({ at: 'list' });
});

describe('a selection', () => {
  const rows = [1, 2, 3, 4, 5].map((id) => ({ id }));
  test('grows from where it began, in either direction, and loses one that is pressed again', () => {
    const one = toggle(NONE_SELECTED, 3);
    const down = extend(one, 5, rows);
    expect([...down.ids]).toEqual([3, 4, 5]);
    expect([...extend(down, 1, rows).ids].sort()).toEqual([1, 2, 3, 4, 5]);
    expect([...toggle(down, 4).ids]).toEqual([3, 5]);
    expect([...extend(NONE_SELECTED, 2, rows).ids]).toEqual([2]);
  });

  test('takes in all that is shown, or leaves it, and keeps what a filter hides', () => {
    const hidden = toggle(NONE_SELECTED, 9);
    const all = toggleAll(hidden, rows);
    expect(all.ids.size).toBe(6);
    expect([...toggleAll(all, rows).ids]).toEqual([9]);
    expect(toggleAll(NONE_SELECTED, []).ids.size).toBe(0);
  });
});

test('organizations are counted by their tickets, with how many of those have heard', () => {
  const row = (id: number, organization: number, customer: string, told?: number) =>
    ({ id, organization, customer, told }) as ReportRow;
  const rows = [row(1, 7, 'Ruth', 3), row(2, 7, 'Ruth', 2), row(3, 0, 'Ana', 3), row(4, 7, '', undefined)];
  expect(organizationsHit(rows, 3)).toEqual([
    { id: 7, reports: 3, told: 1, customers: 2 },
    { id: 0, reports: 1, told: 1, customers: 1 },
  ]);
});

describe('charts', () => {
  const said = (n: number, time: string, more: object = {}): Entry => ({
    kind: 'update',
    at: at(time),
    authorId: 1,
    update: {
      n,
      stage: 'identified',
      symptoms: '',
      extra: '',
      noNews: false,
      etaPassed: false,
      reopens: false,
    },
    ...more,
  });
  const entries: Entry[] = [
    said(1, '09:30', {
      promise: { due: at('10:00'), state: 'kept' },
      told: { n: 1, told: 3, total: 4, skipped: {}, at: at('09:32') },
    }),
    said(2, '09:50', { promise: { due: at('10:20'), state: 'late', lateMs: 600_000 } }),
    said(3, '10:30', { promise: { due: at('11:00'), state: 'overdue', lateMs: 3_600_000 } }),
  ];

  test('count who had written by then, whatever the order in which they are read', () => {
    expect(reportsOverTime([at('09:02'), at('09:00'), '2026-11-25T09:02:40Z'])).toEqual([
      { at: Date.parse(at('09:00')), value: 1 },
      { at: Date.parse(at('09:02')), value: 3 },
    ]);
  });

  test('know a telling by its posting and its end, and say when nobody wrote down the end', () => {
    expect(tellingsOf(entries)).toEqual([
      { n: 1, from: Date.parse(at('09:30')), until: Date.parse(at('09:32')), told: 3, total: 4 },
      { n: 2, from: Date.parse(at('09:50')) },
      { n: 3, from: Date.parse(at('10:30')) },
    ]);
  });

  test('measure each promise by the update that came after it, and a silence until now', () => {
    const minutes = promisesOf(entries, NOW).map(({ state, lateMs = 0 }) => [state, lateMs / 60_000]);
    expect(minutes).toEqual([
      ['kept', -10],
      ['late', 10],
      ['overdue', 60],
    ]);
  });
});
