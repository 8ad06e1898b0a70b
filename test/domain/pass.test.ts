import { describe, expect, test } from 'vitest';
import { type Pass, type Person, planPass } from '../../src/domain/pass.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { NOW, sampleIncident, sampleTicket } from './sample.ts';

const PEOPLE = new Map<number, Person>([
  [500_001, { id: 500_001, name: 'Ana Torres', isSuspended: false }],
  [500_002, { id: 500_002, name: 'Spam', isSuspended: true }],
]);
const report = (different: Partial<Ticket> = {}) =>
  sampleTicket({ type: 'incident', problemId: 100, ...different });
const ledger = (allclear_told: string) => ({
  fields: { allclear_told, allclear_stage: 'allclear_identified' },
});

/** The list that a report ends up in, with the reason if it has one. */
function place(different: Partial<Ticket>, readAt = NOW): string {
  const pass = planPass(sampleIncident(), [report(different)], PEOPLE, readAt);
  const [name] = (Object.keys(pass) as (keyof Pass)[]).filter((key) => pass[key].length > 0);
  return [name, pass.skip[0]?.because].filter(Boolean).join(': ');
}

describe('a pass', () => {
  test.each<[string, string, Partial<Ticket>]>([
    ['tells who was told nothing', 'tell', {}],
    ['tells who was told an earlier update', 'tell', ledger('100/2')],
    ['tells who was told by another incident before', 'tell', ledger('99/7')],
    ['tells on a solved ticket', 'tell', { status: 'solved' }],
    ['leaves alone who was told', 'told', ledger('100/3')],
    [
      'leaves alone who was told, though the ticket is closed',
      'told',
      { ...ledger('100/3'), status: 'closed' },
    ],
    ['skips a closed ticket', 'skip: closed', { status: 'closed' }],
    ['skips a merged ticket', 'skip: merged', { status: 'closed', tags: ['closed_by_merge'] }],
    ['skips who was set aside', 'skip: set aside', { tags: ['allclear_aside_100'] }],
    ['tells who was set aside from another incident', 'tell', { tags: ['allclear_aside_99'] }],
    ['skips a conversation in messaging', 'skip: messaging', { isMessaging: true }],
    ['skips a suspended requester', 'skip: suspended', { requesterId: 500_002 }],
    ['tells a requester of whom nothing is known', 'tell', { requesterId: 9 }],
    ['drops what hangs on another incident', 'gone', { problemId: 99 }],
    ['drops what hangs on nothing', 'gone', { problemId: undefined }],
  ])('%s', (_, expected, different) => {
    expect(place(different)).toBe(expected);
  });

  test('waits for a ticket that changed less than two seconds before it was read', () => {
    expect(place({ updatedAt: '2026-11-23T11:25:59Z' })).toBe('wait');
    expect(place({ updatedAt: '2026-11-23T11:25:58Z' })).toBe('tell');
    expect(place({ updatedAt: '2026-11-23T11:25:59Z' }, new Date(NOW.getTime() + 1_000))).toBe('tell');
  });

  test('puts every report in one list', () => {
    const reports = Array.from({ length: 250 }, (_, id) =>
      report({ id, status: id % 3 ? 'open' : 'closed', ...ledger(`100/${id % 5}`) }),
    );
    const pass = planPass(sampleIncident(), reports, PEOPLE, NOW);
    const ids = [
      ...[...pass.tell, ...pass.check].map(({ id }) => id),
      ...pass.skip.map(({ id }) => id),
      ...[...pass.wait, ...pass.told, ...pass.gone],
    ];
    expect(ids.toSorted((a, b) => a - b)).toEqual(reports.map(({ id }) => id));
  });
});

describe('a ledger that people have edited', () => {
  const since = { updatedAt: '2026-11-23T11:20:00Z' }; // the update went out at 11:08
  test.each<[string, string, Partial<Ticket>]>([
    ['a number that was never posted is looked into', 'check', ledger('100/99')],
    ['emptied since the update went out: looked into', 'check', { ...ledger(''), ...since }],
    ['garbled since the update went out: looked into', 'check', { ...ledger('told!'), ...since }],
    ['emptied before the update went out: told', 'tell', ledger('')],
    ['a lower number is taken at its word', 'tell', { ...ledger('100/2'), ...since }],
    ['empty on a report that was never told anything: told', 'tell', since],
  ])('%s', (_, expected, different) => {
    expect(place(different)).toBe(expected);
  });
});
