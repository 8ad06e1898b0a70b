import { expect, test } from 'vitest';
import { leadOf } from '../../src/domain/inCharge.ts';
import { leadIn } from '../../src/domain/lead.ts';
import type { Ticket } from '../../src/domain/ticket.ts';

const at = '2026-05-04T12:02:00.000Z';
const update = {
  n: 2,
  stage: 'identified',
  symptoms: 'Donors see an error.',
  at,
  by: { id: 2, name: 'Tom' },
};
const problem = (record: object): Ticket => ({
  id: 1,
  subject: 'Donation form returns error 502',
  description: '',
  status: 'open',
  type: 'problem',
  assigneeId: 9,
  tags: [],
  channel: 'web',
  isMessaging: false,
  createdAt: at,
  updatedAt: at,
  fields: { allclear_record: JSON.stringify({ v: 1, ...record }) },
});

test('whoever was handed the incident has it, and is reminded, whoever posts updates', () => {
  const handed = problem({ update, lead: { id: 3, name: 'Ada', since: at } });
  expect(leadIn(handed)).toEqual({ id: 3, name: 'Ada', since: at });
  expect(leadOf(handed)).toBe(3);
});

test('where nobody was, whoever posted last is reminded, and nobody is said to have it', () => {
  expect(leadIn(problem({ update }))).toBeUndefined();
  expect(leadOf(problem({ update }))).toBe(2);
  expect(leadOf(problem({}))).toBe(9);
});

test('a lead that makes no sense is none', () => {
  for (const lead of ['Ada', { id: 3 }, { id: 3, name: 'Ada', since: 'noon' }, null])
    expect(leadIn(problem({ lead }))).toBeUndefined();
});
