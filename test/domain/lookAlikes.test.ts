import { expect, test } from 'vitest';
import { MOST_LOOK_ALIKES, rankLookAlikes } from '../../src/domain/lookAlikes.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { sampleTicket } from './sample.ts';

const TEXT = 'Login code never arrives\nI asked three times and the e-mail with the code never arrives.';
const ticket = (id: number, subject: string, different: Partial<Ticket> = {}) =>
  sampleTicket({ id, subject, description: '', ...different });
const SAME = 'The login code never arrives';
const others = [ticket(11, 'Where is my receipt?'), ticket(12, 'Change the name on my account')];
const rank = (...tickets: Ticket[]) => rankLookAlikes({ id: 1, text: TEXT }, [...tickets, ...others]);

test('tickets that say the same come first, with the words that both use', () => {
  const [first, ...rest] = rank(ticket(2, 'Invoice, and a code'), ticket(3, SAME));
  expect(first).toMatchObject({ ticket: { id: 3 }, isClose: true });
  expect(first?.words).toEqual(expect.arrayContaining(['login', 'code', 'arrives']));
  expect(rest.every(({ isClose }) => !isClose)).toBe(true);
});

test('what is about something else is not proposed', () => {
  expect(rank()).toEqual([]);
});

test.each<[string, Partial<Ticket>]>([
  ['solved', { status: 'solved' }],
  ['closed', { status: 'closed' }],
  ['a report of another problem', { type: 'incident', problemId: 77 }],
  ['a problem ticket', { type: 'problem' }],
  ['an incident', { type: 'problem', tags: ['allclear_incident'] }],
])('one that is %s is left out', (_, different) => {
  expect(rank(ticket(3, SAME, different))).toEqual([]);
});

test('the ticket at hand is not like itself', () => {
  expect(rank(ticket(1, SAME))).toEqual([]);
});

test('no more are proposed than somebody reads', () => {
  const many = Array.from({ length: MOST_LOOK_ALIKES + 15 }, (_, index) => ticket(100 + index, SAME));
  expect(rank(...many)).toHaveLength(MOST_LOOK_ALIKES);
});
