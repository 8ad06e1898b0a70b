import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IssueLink } from '../../src/domain/issue.ts';
import { incidentLink, linkId, reportLink } from '../../src/domain/issueLinks.ts';
import { afterPlan, type LinksWanted, MOST_LINKS, planLinks } from '../../src/domain/planLinks.ts';
import type { Ticket, TicketStatus } from '../../src/domain/ticket.ts';
import { sampleTicket } from './sample.ts';

const SCOPE = { account: 'acme', incident: 100 };
const NONE = { ours: [], others: 0 };

function report(id: number, different: Partial<Ticket> = {}) {
  return sampleTicket({ id, type: 'incident', problemId: 100, ...different });
}
function wanted(reports: Ticket[], different: Partial<LinksWanted> = {}): LinksWanted {
  return { ...SCOPE, key: 'PAY-123', isOver: false, reports, ...different };
}
const ids = (links: readonly IssueLink[]) => links.map(({ id }) => id);
const idOf = (ticket: number) => linkId(SCOPE, ticket);

describe('the links of an incident on its issue', () => {
  test('there is one for each report, and one for the incident', () => {
    const plan = planLinks(wanted([report(201), report(202)]), NONE);
    expect(ids(plan.put)).toEqual([idOf(100), idOf(201), idOf(202)]);
    expect(plan).toMatchObject({ drop: [], linked: 2, rest: 0 });
    expect(plan.put[1]).toEqual({
      id: 'system=https://acme.zendesk.com&ticket=201',
      url: 'https://acme.zendesk.com/agent/tickets/201',
      title: 'Ticket #201 (email)',
      isResolved: false,
      relationship: 'customer tickets of incident #100',
    });
  });

  test('nothing that a customer wrote, and no name, is in them', () => {
    const secret = 'Rosa Diaz <rosa@example.org>';
    const plan = planLinks(
      wanted([report(201, { subject: secret, description: secret, channel: secret })]),
      NONE,
    );
    expect(JSON.stringify(plan)).not.toMatch(/rosa/i);
  });

  test('once made, they are left alone', () => {
    const want = wanted([report(201), report(202, { status: 'solved' })]);
    const is = afterPlan(NONE, planLinks(want, NONE));
    expect(planLinks(want, is)).toMatchObject({ put: [], drop: [] });
  });

  test('a solved ticket’s link is struck through, and that of a reopened one is not any more', () => {
    const is = afterPlan(NONE, planLinks(wanted([report(201), report(202, { status: 'closed' })]), NONE));
    const plan = planLinks(wanted([report(201, { status: 'solved' }), report(202)]), is);
    expect(plan.put.map(({ id, isResolved }) => [id, isResolved])).toEqual([
      [idOf(201), true],
      [idOf(202), false],
    ]);
  });

  test('a ticket that was detached, or merged into another, loses its link', () => {
    const is = afterPlan(NONE, planLinks(wanted([report(201), report(202), report(203)]), NONE));
    const merged = report(202, { status: 'closed', tags: ['closed_by_merge'] });
    expect(planLinks(wanted([report(203), merged]), is)).toMatchObject({
      put: [],
      drop: [idOf(201), idOf(202)],
      linked: 1,
    });
  });

  test('a link that somebody has renamed is set right, and one that is gone is made again', () => {
    const want = wanted([report(201), report(202)]);
    const is = afterPlan(NONE, planLinks(want, NONE));
    const ours = is.ours.filter(({ id }) => id !== idOf(202)).map((link) => ({ ...link, title: 'x' }));
    expect(ids(planLinks(want, { ours, others: 0 }).put)).toEqual([idOf(100), idOf(201), idOf(202)]);
  });

  test('links that others have made, or another incident, are not ours to take away', () => {
    const foreign = reportLink({ ...SCOPE, incident: 101 }, report(301));
    const plan = planLinks(wanted([]), { ours: [foreign], others: 4 });
    expect(plan).toMatchObject({ drop: [] });
    expect(ids(plan.put)).toEqual([idOf(100)]);
  });

  test('a link stays whose ticket this agent can’t see', () => {
    const is = afterPlan(NONE, planLinks(wanted([report(201), report(202)]), NONE));
    const plan = planLinks(wanted([report(202)], { unknown: new Set([201]) }), is);
    expect(plan).toMatchObject({ put: [], drop: [], linked: 2 });
  });

  test('the incident’s own link is struck through when it is over', () => {
    const is = afterPlan(NONE, planLinks(wanted([]), NONE));
    expect(planLinks(wanted([], { isOver: true }), is).put).toEqual([incidentLink(SCOPE, true)]);
  });
});

describe('more reports than an issue has room for', () => {
  const many = Array.from({ length: 2_500 }, (_, index) => report(1_000 + index));

  test('those with the lowest numbers keep their links, and a search stands for the rest', () => {
    const plan = planLinks(wanted(many), { ours: [], others: 7 });
    expect(plan.put).toHaveLength(MOST_LINKS - 7);
    expect(plan).toMatchObject({ linked: MOST_LINKS - 7 - 2, rest: 2_500 - (MOST_LINKS - 7 - 2) });
    const [, search] = plan.put;
    expect(search?.title).toBe('All customer tickets of incident #100');
    expect(decodeURIComponent(search?.url ?? '')).toBe(
      'https://acme.zendesk.com/agent/search/1?q=type:ticket fieldvalue:"PAY-123"',
    );
  });

  test('one more report changes nothing there', () => {
    const is = afterPlan(NONE, planLinks(wanted(many), NONE));
    const plan = planLinks(wanted([...many, report(9_999)]), is);
    expect(plan).toMatchObject({ put: [], drop: [] });
  });

  test('when there is room again the search goes', () => {
    const is = afterPlan(NONE, planLinks(wanted(many), NONE));
    const plan = planLinks(wanted(many.slice(0, 1_000)), is);
    expect(plan.drop).toHaveLength(MOST_LINKS - 1 - 1_000);
    expect(plan).toMatchObject({ put: [], rest: 0 });
  });

  test('an issue that others have filled gets the incident and the search', () => {
    const plan = planLinks(wanted(many), { ours: [], others: 1_950 });
    expect(plan.put).toHaveLength(2);
    expect(plan).toMatchObject({ linked: 0, rest: 2_500 });
  });
});

test('whatever is there, carrying out the plan leaves nothing to do, and never too many links', () => {
  const someReport = fc.record({
    id: fc.integer({ min: 1, max: 60 }),
    status: fc.constantFrom<TicketStatus>('open', 'solved', 'closed'),
    tags: fc.constantFrom([], ['closed_by_merge']),
  });
  const some = fc.uniqueArray(someReport, { selector: ({ id }) => id });
  fc.assert(
    fc.property(some, some, fc.integer({ min: 1_840, max: 1_910 }), (before, after, others) => {
      const is = afterPlan(
        { ours: [], others },
        planLinks(wanted(before.map(({ id, ...more }) => report(id + 200, more))), { ours: [], others }),
      );
      const want = wanted(after.map(({ id, ...more }) => report(id + 200, more)));
      const plan = planLinks(want, is);
      const then = afterPlan(is, plan);
      expect(planLinks(want, then)).toMatchObject({ put: [], drop: [] });
      expect(then.ours.length + others).toBeLessThanOrEqual(Math.max(MOST_LINKS, others + 2));
      const standing = after.filter(({ tags }) => tags.length === 0).length;
      expect(plan.linked + plan.rest).toBe(standing);
    }),
  );
});
