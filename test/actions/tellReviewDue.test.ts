import { describe, expect, test } from 'vitest';
import { changeReview } from '../../src/actions/changeReview.ts';
import { tellReviewDue } from '../../src/actions/tellReviewDue.ts';
import { dueDay, toEdit } from '../../src/domain/review.ts';
import { openResolved } from './openResolved.ts';

async function open() {
  const opened = await openResolved({ issue: { status: 'In Progress' } });
  const { world, run, ports, at, incident, seen } = opened;
  const issue = world.issue('PAY-123');
  return {
    ...opened,
    issue,
    day: dueDay((await seen()).review!)!,
    /** What the comments about the review say. */
    said: () =>
      issue.comments.map(({ body }) => JSON.stringify(body)).filter((text) => text.includes('analysis due')),
    tellsIssue: (byHand = false, who: 'mara' | 'tom' = 'mara') =>
      run(tellReviewDue(who === 'mara' ? ports : at('tom'), incident.id, byHand)),
  };
}

describe('when the review is due', () => {
  test('stands in the issue’s field, and the record has the receipt', async () => {
    const { tellsIssue, issue, day, record, said } = await open();
    expect(await tellsIssue()).toMatchObject({ day, outcome: 'told' });
    expect(issue.values.due).toBe(day);
    expect(record().review.issue).toMatchObject({ day, outcome: 'told' });
    expect(said()).toEqual([]);
    expect(await tellsIssue(true)).toBeUndefined();
  });

  test('is one comment where the field is not on the screen, also from two tabs and after a lost answer', async () => {
    const { tellsIssue, world, said, day } = await open();
    world.settings.jira.dueOnScreen = false;
    world.faults.script({ method: 'POST', url: '/comment' }, { kind: 'lost', applied: true });
    expect(await tellsIssue()).toMatchObject({ outcome: 'told' });
    expect(await tellsIssue(true, 'tom')).toBeUndefined();
    expect(said()).toEqual([expect.stringContaining(day)]);
  });

  test('is told by one of two who look at the same moment', async () => {
    const { world, run, ports, at, incident, said } = await open();
    world.settings.jira.dueOnScreen = false;
    await run(Promise.all([tellReviewDue(ports, incident.id), tellReviewDue(at('tom'), incident.id)]));
    expect(said()).toHaveLength(1);
  });

  test('waits as a receipt while Jira is down, and is told again by hand alone', async () => {
    const { tellsIssue, world, issue, day, record } = await open();
    world.takeDown('api.atlassian.com');
    expect(await tellsIssue()).toMatchObject({ day, outcome: 'failed', reason: 'unreachable' });
    expect(record().review.issue).toMatchObject({ outcome: 'failed', reason: 'unreachable' });
    world.bringBack('api.atlassian.com');
    expect(await tellsIssue()).toBeUndefined();
    expect(await tellsIssue(true)).toMatchObject({ outcome: 'told' });
    expect(issue.values.due).toBe(day);
  });

  test('follows when the day is changed', async () => {
    const { tellsIssue, run, ports, incident, seen, issue } = await open();
    await tellsIssue();
    const before = toEdit((await seen()).review!);
    await run(changeReview(ports, incident.id, before, { ...before, day: '2027-01-15' }));
    expect(await tellsIssue()).toMatchObject({ day: '2027-01-15', outcome: 'told' });
    expect(issue.values.due).toBe('2027-01-15');
  });
});
