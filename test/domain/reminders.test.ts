import { describe, expect, test } from 'vitest';
import { isInCharge, leadOf } from '../../src/domain/inCharge.ts';
import type { Reminder } from '../../src/domain/promises.ts';
import { chatTurn, isOursToTell, type Told } from '../../src/domain/reminders.ts';
import { cleanReason, snoozeUntil } from '../../src/domain/snooze.ts';
import { sampleProblem } from './sample.ts';

const DUE = '2026-11-23T11:38:00.000Z';
const pastDue = (minutes: number) => new Date(Date.parse(DUE) + minutes * 60_000);
const iso = (minutes: number) => pastDue(minutes).toISOString();
const reminder: Reminder = { kind: 'update', due: DUE, from: DUE, stage: 2, key: 'k' };
const told = (different: Partial<Told>): Told => ({
  due: DUE,
  from: DUE,
  stage: 2,
  outcome: 'told',
  at: iso(60),
  by: 'somebody',
  tries: 1,
  ...different,
});

describe('whose turn it is to remind the chat of the second stage', () => {
  test.each<[string, Told | undefined, number, string]>([
    ['nobody has said anything', undefined, 61, 'free'],
    ['it heard of the stage before', told({ stage: 1 }), 61, 'free'],
    ['it heard of another promise', told({ due: iso(-60) }), 61, 'free'],
    ['it heard of this before it was put off', told({ from: iso(-5) }), 61, 'free'],
    ['it has heard', told({}), 61, 'done'],
    ['it has heard of a later stage', told({ stage: 3 }), 61, 'done'],
    ['somebody is at it', told({ outcome: 'telling', until: iso(64) }), 61, 'wait'],
    ['somebody was at it, and nobody knows', told({ outcome: 'telling', until: iso(64) }), 65, 'done'],
    ['nobody knows whether it has heard', told({ outcome: 'unsure' }), 90, 'done'],
    ['it refused a moment ago', told({ outcome: 'failed' }), 64, 'wait'],
    ['it refused a while ago', told({ outcome: 'failed' }), 65, 'free'],
    ['it refused three times', told({ outcome: 'failed', tries: 3 }), 90, 'done'],
    ['a newer version says something else', told({ outcome: 'whispered' }), 90, 'done'],
  ])('when %s', (_, known, minutes, turn) => {
    expect(chatTurn(known, reminder, pastDue(minutes))).toBe(turn);
  });

  test('browsers of people in charge go first, and others come in after three minutes', () => {
    const first = { ...reminder, stage: 1 };
    const owed = { everyMs: 60 * 60_000 };
    expect(isOursToTell(first, owed, true, pastDue(1))).toBe(true);
    expect(isOursToTell(first, owed, false, pastDue(2.9))).toBe(false);
    expect(isOursToTell(first, owed, false, pastDue(3))).toBe(true);
    expect(isOursToTell(reminder, owed, false, pastDue(62))).toBe(false);
    expect(isOursToTell(reminder, owed, false, pastDue(63))).toBe(true);
    expect(isOursToTell({ ...reminder, stage: 0 }, owed, true, pastDue(-2))).toBe(false);
  });
});

describe('who is reminded', () => {
  const update = {
    n: 2,
    stage: 'identified',
    symptoms: '',
    at: iso(-60),
    by: { id: 7, name: 'Mara' },
  };
  const groups = [{ id: 5, name: 'Incident leads' }];

  test('whoever posted last leads; before any update whoever declared it; else its assignee', () => {
    const declare = {
      ...{ key: 'k', at: iso(-90), by: { id: 8, name: 'Tom' }, origin: 'reports', steps: '', impact: '' },
      ...{ reports: [], issue: { do: 'none' } },
    };
    expect(leadOf(sampleProblem({ v: 1, update, declare }))).toBe(7);
    expect(leadOf(sampleProblem({ v: 1, declare }))).toBe(8);
    expect(leadOf(sampleProblem({ v: 1 }, { assigneeId: 9 }))).toBe(9);
    expect(leadOf(sampleProblem())).toBeUndefined();
  });

  test.each([
    ['the lead', 7, [], '', true],
    ['the lead, who is in another group', 7, [], 'Incident leads', true],
    ['a member of the group', 1, groups, 'incident leads', true],
    ['a member, by the id of the group', 1, groups, '5', true],
    ['a colleague where there is a group', 1, [], 'Incident leads', false],
    ['a colleague where there is none', 1, groups, '', false],
  ] as const)('%s', (_, id, own, group, expected) => {
    expect(isInCharge(sampleProblem({ v: 1, update }), { id, groups: own }, group)).toBe(expected);
  });
});

test('a reminder is put off from when it is due, or from now where that has passed, to the minute', () => {
  expect(snoozeUntil({ due: DUE }, 15, pastDue(-5))).toBe(iso(15));
  expect(snoozeUntil({ due: DUE }, 15, new Date(pastDue(7).getTime() + 1))).toBe(iso(23));
});

test('a reason is one line that everybody can read', () => {
  expect(cleanReason('  waiting\n for\u202e the\u0000 call ')).toBe('waiting for the call');
  expect(cleanReason(' \n ')).toBe('');
  expect(cleanReason('x'.repeat(300))).toHaveLength(200);
});
