import { describe, expect, test } from 'vitest';
import { impactMark, impactOf, impactText } from '../../src/domain/impact.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { updateComment, updateMark } from '../../src/domain/updateComment.ts';
import { sampleTicket } from './sample.ts';

const SCOPE = { account: 'acme', incident: 100 };
const NAMES = new Map([
  [1, 'Hope Street Shelter'],
  [2, 'River Trust'],
]);
const report = (id: number, different: Partial<Ticket> = {}) =>
  sampleTicket({ id, problemId: 100, ...different });
const linesOf = (text: ReturnType<typeof impactText>) => text.flat().map((line) => line.text);

describe('customers impacted', () => {
  const reports = [
    report(203, { organizationId: 2, createdAt: '2026-11-23T10:50:00Z' }),
    report(201, { organizationId: 1, createdAt: '2026-11-23T10:40:00Z', status: 'solved' }),
    report(202, { organizationId: 1, createdAt: '2026-11-23T10:45:00Z' }),
    report(204, { createdAt: '2026-11-23T10:46:00Z' }),
    report(205, { tags: ['closed_by_merge'], createdAt: '2026-11-23T09:00:00Z' }),
  ];

  test('counts, organizations, the oldest and the newest report are named', () => {
    expect(linesOf(impactText(SCOPE, impactOf(reports, NAMES)))).toEqual([
      'Customers impacted',
      '4 tickets, 1 solved, from 2 organizations',
      'Hope Street Shelter: 2 tickets',
      'River Trust: 1 ticket',
      'Without an organization: 1 ticket',
      'Oldest report: 2026-11-23 10:40 UTC, ticket #201',
      'Newest report: 2026-11-23 10:50 UTC, ticket #203',
      'Kept current by Allclear from incident #100',
    ]);
  });

  test('no customer is named, and nothing of what they wrote is there', () => {
    const secret = 'Rosa Diaz, rosa@example.org';
    const [one] = reports;
    const text = impactText(SCOPE, impactOf([{ ...one!, subject: secret, description: secret }], NAMES));
    expect(JSON.stringify(text)).not.toMatch(/rosa/i);
  });

  test('the same reports in another order say the same', () => {
    const say = (some: Ticket[]) => JSON.stringify(impactText(SCOPE, impactOf(some, NAMES)));
    expect(say([...reports].reverse())).toBe(say(reports));
  });

  test('of very many organizations the rest are a number', () => {
    const many = Array.from({ length: 150 }, (_, i) => report(300 + i, { organizationId: i + 1 }));
    const names = new Map(many.map((_, i): [number, string] => [i + 1, `Organization ${i + 1}`]));
    expect(linesOf(impactText(SCOPE, impactOf(many, names)))).toContain('and 50 more organizations');
  });

  test('without reports there is still a line to find it by', () => {
    const text = impactText(SCOPE, impactOf([], NAMES));
    expect(linesOf(text)).toContain('0 tickets, 0 solved, from 0 organizations');
    expect(text.flat().map(({ href }) => href)).toContain(impactMark(SCOPE));
  });
});

test('an update is told to Engineering as customers heard it, and is found again by where it leads', () => {
  const text = updateComment(SCOPE, {
    n: 3,
    stage: 'identified',
    symptoms: 'Donors see an error.\n{code} [~accountid:1]',
    extra: '',
    eta: { text: '12:30 UTC', by: 'Sam Osei' },
    next: '2026-11-23T11:38:00.000Z',
    noNews: false,
    reopens: false,
  });
  expect(text.flat()).toEqual([
    { text: 'Customers were told, update 3: identified', isStrong: true },
    { text: 'Donors see an error.\n{code} [~accountid:1]' },
    { text: 'ETA: 12:30 UTC (Sam Osei)' },
    { text: 'Next update: 2026-11-23 11:38 UTC' },
    { text: 'Incident #100 in Zendesk', href: updateMark(SCOPE, 3) },
  ]);
});
