import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import {
  isEtaUnanswered,
  owedState,
  promisesOf,
  reminderOf,
  snoozeInForce,
} from '../../src/domain/promises.ts';
import { readSettings } from '../../src/domain/settings.ts';
import { NOW, sampleIncident } from './sample.ts';

const DUE = '2026-11-23T11:38:00.000Z';
const settings = readSettings({});
const pastDue = (minutes: number) => new Date(Date.parse(DUE) + minutes * 60_000);
const iso = (minutes: number) => pastDue(minutes).toISOString();

function update(different: Partial<Incident> = {}) {
  const owed = promisesOf(sampleIncident({ next: DUE, ...different }), settings).find(
    ({ kind }) => kind === 'update',
  );
  if (!owed) throw new Error('no update is owed');
  return owed;
}

const stageAt = (minutes: number, different: Partial<Incident> = {}) =>
  reminderOf(update(different), pastDue(minutes))?.stage;

describe('an update that was promised, with an hour between two', () => {
  test.each<[number, number | undefined, string]>([
    [-60, undefined, 'nobody is reminded long before'],
    [-10.1, undefined, 'nor more than ten minutes before'],
    [-10, 0, 'a sixth of the cadence before it is due people hear of it'],
    [-1, 0, 'and not again until it is'],
    [0.5, 0, 'a promise is made to the minute'],
    [1, 1, 'a minute later it is overdue'],
    [59, 1, 'which is said once'],
    [60, 2, 'an hour late is the next stage'],
    [120, 3, 'two hours late the one after it'],
    [180, 4, 'three hours late the last'],
    [900, 4, 'after which nothing new is said'],
  ])('%d min after it is due: stage %s, since %s', (minutes, stage, _) => {
    expect(stageAt(minutes)).toBe(stage);
  });

  test.each([
    [1, 30, 5],
    [2, 60, 10],
    [3, 120, 15],
  ] as const)('severity %d, with %d min between two, is reminded of %d min ahead', (severity, _, ahead) => {
    expect(stageAt(-ahead, { severity })).toBe(0);
    expect(stageAt(-ahead - 0.1, { severity })).toBeUndefined();
  });

  test('a cadence of five minutes leaves two', () => {
    const owed = promisesOf(sampleIncident({ next: DUE }), readSettings({ cadence_sev2: 5 }))[0]!;
    expect(reminderOf(owed, pastDue(-2))?.stage).toBe(0);
    expect(reminderOf(owed, pastDue(-2.1))).toBeUndefined();
    expect(owedState(owed, pastDue(-2))).toBe('soon');
    expect(owedState(owed, pastDue(-3))).toBe('kept');
  });
});

test.each([
  ['is resolved', { stage: 'resolved' }],
  ['is over', { isOver: true }],
  ['promised nothing', { next: undefined, eta: undefined }],
] as const)('nobody is reminded when the incident %s', (_, different) => {
  expect(promisesOf(sampleIncident({ next: DUE, ...different }), settings)).toEqual([]);
});

test('another time is another promise, whose reminders are new', () => {
  const other = promisesOf(sampleIncident({ next: iso(60) }), settings)[0]!;
  expect(reminderOf(other, pastDue(61))?.key).not.toBe(reminderOf(update(), pastDue(1))?.key);
});

describe('a reminder that was put off', () => {
  const snooze = {
    due: DUE,
    until: iso(15),
    reason: 'Engineering is on a call.',
    by: { id: 1, name: 'Mara' },
    at: iso(-1),
  };
  const reminders = { update: { snooze } };

  test.each([
    [-5, undefined],
    [5, undefined],
    [15.5, undefined],
    [16, 1],
    [75, 2],
    [135, 3],
  ])('%d min after the promise: stage %s, counted from when it ends', (minutes, stage) => {
    expect(stageAt(minutes, { reminders })).toBe(stage);
  });

  test('is said anew when that is over', () => {
    expect(reminderOf(update({ reminders }), pastDue(16))?.key).not.toBe(
      reminderOf(update(), pastDue(16))?.key,
    );
  });

  test('is in force until then, and the promise is as broken as before', () => {
    const owed = update({ reminders });
    expect(snoozeInForce(owed, pastDue(14))?.reason).toBe('Engineering is on a call.');
    expect(snoozeInForce(owed, pastDue(15))).toBeUndefined();
    expect(owedState(owed, pastDue(14))).toBe('broken');
  });

  test('says nothing about the promise that came after it', () => {
    expect(stageAt(1, { reminders: { update: { snooze: { ...snooze, due: iso(-60) } } } })).toBe(1);
  });

  test.each([['text'], [{ update: 'x' }], [{ update: { snooze: { due: 'soon' } } }], [null]])(
    'counts for nothing where nobody can read it: %j',
    (unreadable) => {
      expect(stageAt(1, { reminders: unreadable })).toBe(1);
    },
  );
});

describe('a time given for the fix', () => {
  const eta = { text: '12:30', at: DUE, by: 'Sam' };
  const owed = () => promisesOf(sampleIncident({ next: undefined, eta }), settings)[0]!;

  test.each([
    [-11, undefined],
    [-10, 0],
    [1, 1],
    [600, 1],
  ])('%d min after it: stage %s, and never another', (minutes, stage) => {
    expect(reminderOf(owed(), pastDue(minutes))?.stage).toBe(stage);
  });

  test('is no promise where it is only words', () => {
    expect(
      promisesOf(sampleIncident({ next: undefined, eta: { text: 'tonight', by: 'Sam' } }), settings),
    ).toEqual([]);
  });

  test('is answered by the first update after it has passed, and proposed to that one alone', () => {
    const incident = sampleIncident({ eta });
    expect(isEtaUnanswered(incident, NOW)).toBe(false);
    expect(isEtaUnanswered(incident, pastDue(1))).toBe(true);
    const later = { ...incident.update!, at: iso(2) };
    expect(isEtaUnanswered({ ...incident, update: later }, pastDue(10))).toBe(false);
    for (const stage of ['monitoring', 'resolved'] as const) {
      expect(isEtaUnanswered({ ...incident, stage }, pastDue(1))).toBe(false);
      expect(promisesOf({ ...incident, stage, next: undefined }, settings)).toEqual([]);
    }
  });
});

describe('a review that is owed', () => {
  const review = { state: 'draft' as const, due: '2026-11-30T16:00:00.000Z', zone: 'Europe/Berlin' };
  const over = { isOver: true, stage: 'resolved' as const, next: undefined, review };
  const owed = (different: Partial<Incident> = {}) =>
    promisesOf(sampleIncident({ ...over, ...different }), settings);

  test.each([
    ['2026-11-27T15:59:00Z', undefined, 'on Friday before people go home'],
    ['2026-11-27T16:00:00Z', 0, 'at the end of the business day before it'],
    ['2026-11-30T16:00:30Z', 0, 'as it is due'],
    ['2026-11-30T16:01:00Z', 1, 'a minute later'],
    ['2026-12-01T15:59:00Z', 1, 'for a day'],
    ['2026-12-01T16:00:00Z', 2, 'a day later'],
    ['2026-12-03T16:00:00Z', 4, 'three days later'],
    ['2027-01-30T16:00:00Z', 4, 'and never another'],
  ])('%s: stage %s, %s', (at, stage, _) => {
    expect(reminderOf(owed()[0]!, new Date(at))?.stage).toBe(stage);
  });

  test.each<[string, Partial<Incident>]>([
    ['was sent', { review: { ...review, state: 'sent' } }],
    ['was taken back with the resolution', { review: { state: 'draft' } }],
    ['is of a ticket that nobody can change', { isClosed: true }],
    ['is of an incident that runs again', { isOver: false, stage: 'identified' }],
  ])('is none when it %s', (_, different) => {
    expect(owed(different)).toEqual([]);
  });
});
