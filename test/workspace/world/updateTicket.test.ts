import { describe, expect, test } from 'vitest';
import { openOutage, refusalOf } from './openOutage.ts';
import { addCustomer } from './seed/build.ts';

describe('An update', () => {
  test('is one audit with its comment, its fields and its mark', () => {
    const { world, report, incident, update } = openOutage();
    const told = world.fieldId('allclear_told');
    const audit = update(report, {
      comment: { html: '<p>We are on it.</p>', public: true },
      fields: [{ id: told, value: `${incident.id}/1` }],
      custom: { allclear: { did: 'told', n: 1 } },
    });
    expect(report.audits.at(-1)).toBe(audit);
    expect(audit).toMatchObject({
      comment: { body: 'We are on it.', public: true },
      changes: [{ field: String(told), before: null, after: `${incident.id}/1` }],
      custom: { allclear: { did: 'told', n: 1 } },
    });
  });

  test('that is refused leaves nothing behind', () => {
    const { report, update } = openOutage();
    const before = { audits: report.audits.length, values: report.values };
    refusalOf(() => update(report, { comment: { body: 'Hi', public: true }, status: 'solved' }));
    expect({ audits: report.audits.length, values: report.values }).toEqual(before);
  });

  test('moves updated_at in whole seconds, and only when something happened', async () => {
    const { clock, report, update } = openOutage();
    await clock.advance(1234);
    const before = report.updatedAt;
    expect(update(report, { priority: 'urgent' })).toBeUndefined();
    expect(report.updatedAt).toBe(before);
    update(report, { priority: 'high' });
    expect(report.updatedAt).toBe(Math.floor(clock.now() / 1000) * 1000);
  });

  test('with an old stamp is a conflict; two changes within a second share a stamp', async () => {
    const { clock, report, update } = openOutage();
    await clock.advance(5000);
    const stamp = report.updatedAt;
    update(report, { priority: 'high' });
    expect(refusalOf(() => update(report, { priority: 'low' }, undefined, stamp))).toMatchObject({
      status: 409,
      error: 'UpdateConflict',
    });
    const shared = report.updatedAt;
    await clock.advance(400);
    update(report, { priority: 'normal' }, undefined, shared);
    expect(report.priority).toBe('normal');
  });
});

describe('Rules nobody can switch off', () => {
  test('a closed ticket cannot be updated, with a reason', () => {
    const { world, report, update } = openOutage();
    world.closeTicket(report.id);
    expect(refusalOf(() => update(report, { comment: { body: 'x', public: true } }))).toEqual({
      status: 422,
      error: 'RecordInvalid',
      details: { status: [{ description: 'Status: closed prevents ticket update' }] },
    });
    expect(refusalOf(() => update(report, { tags: ['a'] })).status).toBe(422);
  });

  test('where the account allows it, a closed ticket still takes tags, subject and priority', () => {
    const { world, report, update } = openOutage({ closedEditable: true });
    world.closeTicket(report.id);
    update(report, { addTags: ['late'], priority: 'low' });
    expect([report.tags, report.priority]).toEqual([['late'], 'low']);
    expect(refusalOf(() => update(report, { comment: { body: 'x', public: false } })).status).toBe(422);
  });

  test('solving needs an assignee, unless the account assigns who solves', () => {
    const strict = openOutage();
    expect(refusalOf(() => strict.update(strict.report, { status: 'solved' })).details).toEqual({
      assignee: [{ description: 'Assignee: is required when a ticket is solved' }],
    });
    const kind = openOutage({ assignOnSolve: true });
    kind.update(kind.report, { status: 'solved' });
    expect([kind.report.status, kind.report.assigneeId]).toEqual(['solved', kind.tom.id]);
  });

  test('a priority once set can be changed and not cleared', () => {
    const { report, update } = openOutage();
    expect(refusalOf(() => update(report, { priority: null })).details).toHaveProperty('priority');
    const lenient = openOutage({ clearingPriority: 'ignored' });
    lenient.update(lenient.report, { priority: null });
    expect(lenient.report.priority).toBe('urgent');
  });

  test('problem_id lives on incidents, points to a problem, and goes when the type goes', () => {
    const { world, report, other, incident, update } = openOutage();
    const plain = world.addTicket({ subject: 'Hello', requesterId: report.requesterId });
    expect(refusalOf(() => update(plain, { problemId: incident.id })).details).toHaveProperty('problem_id');
    expect(refusalOf(() => update(report, { problemId: other.id })).details).toHaveProperty('problem_id');
    update(plain, { type: 'incident', problemId: incident.id });
    expect(world.incidentsOf(incident.id).map(({ id }) => id)).toEqual([report.id, other.id, plain.id]);
    update(report, { type: 'question' });
    expect([report.problemId, world.incidentsOf(incident.id).length]).toEqual([null, 2]);
  });

  test('new becomes open when assigned, and never new again', () => {
    const { world, tom, customers, update } = openOutage();
    const fresh = world.addTicket({ subject: 'Hello', requesterId: customers[0]!.id });
    expect(fresh.status).toBe('new');
    update(fresh, { assigneeId: tom.id });
    expect(fresh.status).toBe('open');
    expect(refusalOf(() => update(fresh, { status: 'new' })).details).toHaveProperty('status');
  });

  test('an end user who writes reopens a pending, on-hold or solved ticket, and follows up a closed one', () => {
    const { world, report, tom, update } = openOutage();
    for (const status of ['pending', 'hold', 'solved'] as const) {
      update(report, { status, assigneeId: tom.id });
      world.customerWrites(report.id, 'Still broken');
      expect(report.status).toBe('open');
    }
    world.closeTicket(report.id);
    const followup = world.customerWrites(report.id, 'And again');
    expect([followup.id === report.id, followup.followupSourceId, report.followupIds]).toEqual([
      false,
      report.id,
      [followup.id],
    ]);
  });

  test('a drop-down and its tag are one thing, and an unknown option is refused', () => {
    const { world, report, update } = openOutage();
    const stage = world.fieldId('allclear_stage');
    update(report, { fields: [{ id: stage, value: 'allclear_identified' }] });
    expect(report.tags).toContain('allclear_identified');
    update(report, { removeTags: ['allclear_identified'] });
    expect(world.valueOf(report.id, 'allclear_stage')).toBeUndefined();
    update(report, { addTags: ['allclear_resolved'] });
    expect(world.valueOf(report.id, 'allclear_stage')).toBe('allclear_resolved');
    expect(refusalOf(() => update(report, { fields: [{ id: stage, value: 'nonsense' }] })).status).toBe(422);
    update(report, { fields: [{ id: 999, value: 'ignored' }] });
    expect(report.values.fields.has(999)).toBe(false);
  });
});

describe('Solving the problem', () => {
  const solve = { comment: { body: 'All is well.', public: false }, status: 'solved' } as const;

  test('solves every incident that is not, assigned or not, and copies the comment', () => {
    const { world, incident, report, other, mara, update } = openOutage();
    const third = addCustomer(world, 9);
    const closed = world.addTicket({
      subject: 'c',
      requesterId: third.id,
      type: 'incident',
      problemId: incident.id,
    });
    world.closeTicket(closed.id);
    update(incident, solve, mara);
    expect([report.status, other.status, closed.status]).toEqual(['solved', 'solved', 'closed']);
    expect(report.internalNotes.map(({ body }) => body)).toEqual(['All is well.']);
    expect(closed.comments).toHaveLength(1);
  });

  test.each([
    ['internal', [false]],
    ['public', [true]],
    ['none', []],
  ] as const)('an internal note is copied as %s, as the setting says', (noteOnSolving, visibility) => {
    const { incident, report, mara, update } = openOutage({ noteOnSolving });
    update(incident, solve, mara);
    expect(report.comments.slice(1).map((comment) => comment.public)).toEqual(visibility);
  });

  test('does not work backwards', () => {
    const { incident, report, mara, update } = openOutage();
    update(incident, solve, mara);
    update(incident, { status: 'open' }, mara);
    expect(report.status).toBe('solved');
  });
});

test('a merged ticket is closed, tagged, and names the ticket it went into', () => {
  const { world, report, other } = openOutage();
  world.mergeTicket(report.id, other.id);
  expect([report.status, report.tags]).toEqual(['closed', ['closed_by_merge']]);
  expect(report.comments.at(-1)?.body).toContain(`request #${other.id}`);
  expect(other.comments.at(-1)?.body).toContain(`#${report.id}`);
});

test('whoever listens hears of each change, and who made it', () => {
  const { world, report, tom, update } = openOutage();
  const heard: unknown[] = [];
  const stop = world.changes.subscribe((change) => heard.push(change));
  update(report, { priority: 'low' });
  stop();
  update(report, { priority: 'high' });
  expect(heard).toEqual([{ kind: 'updated', ticketId: report.id, agentId: tom.id }]);
});
