import { describe, expect, test } from 'vitest';
import { openOutage, refusalOf } from './openOutage.ts';

describe('Comments', () => {
  test('fill in the ticket’s own placeholders for agents, and leave a customer’s braces alone', () => {
    const { world, report, update } = openOutage();
    update(report, {
      comment: { body: 'Re {{ticket.id}}, {{ticket.requester.first_name}}{{dc.hello}}', public: true },
    });
    expect(report.publicComments.at(-1)?.body).toBe(`Re ${report.id}, Customer`);
    world.customerWrites(report.id, 'What is {{ticket.id}}?');
    expect(report.publicComments.at(-1)?.body).toBe('What is {{ticket.id}}?');
  });

  test('take over the first comment’s visibility when they do not say', () => {
    const { report, incident, mara, update } = openOutage();
    update(report, { comment: { body: 'x' } });
    update(incident, { comment: { body: 'x' } }, mara);
    expect([report.comments.at(-1)?.public, incident.comments.at(-1)?.public]).toEqual([true, false]);
  });

  test('stop at 5,000, while the ticket itself can still be changed', () => {
    const { report, update } = openOutage();
    for (let i = report.comments.length; i < 5000; i++)
      update(report, { comment: { body: `${i}`, public: false } });
    expect(refusalOf(() => update(report, { comment: { body: 'more', public: false } })).status).toBe(422);
    update(report, { priority: 'low' });
    expect(report.priority).toBe('low');
  });

  test('of a light agent are internal, and nothing else is hers to change', () => {
    const { report, ines, update } = openOutage();
    update(report, { comment: { body: 'I know this donor.', public: false } }, ines);
    expect(report.internalNotes).toHaveLength(1);
    expect(refusalOf(() => update(report, { comment: { body: 'Hi', public: true } }, ines)).status).toBe(403);
    expect(refusalOf(() => update(report, { priority: 'low' }, ines)).status).toBe(403);
  });

  test('cannot be public when the requester is suspended', () => {
    const { world, report, update } = openOutage();
    world.user(report.requesterId).suspended = true;
    const refusal = refusalOf(() => update(report, { comment: { body: 'Hi', public: true } }));
    expect(refusal.details).toEqual({ requester: [{ description: 'Requester: Customer 1 is suspended.' }] });
    update(report, { comment: { body: 'Hm', public: false } });
    expect(report.internalNotes).toHaveLength(1);
  });

  test('show the author they are given, while the updater stays who asked', () => {
    const { report, mara, tom, update } = openOutage();
    const audit = update(report, { comment: { body: 'x', public: true, authorId: mara.id } }, tom);
    expect([audit?.comment?.authorId, audit?.authorId]).toEqual([mara.id, tom.id]);
  });
});
