import { describe, expect, test } from 'vitest';
import type { TicketChange } from './change.ts';
import type { VirtualClock } from './clock.ts';
import type { User } from './person.ts';
import { Refusal } from './refusal.ts';
import { smallOutage } from './seed/build.ts';
import type { Ticket } from './ticket.ts';
import { updateTicket } from './updateTicket.ts';
import { createWorld, type World } from './world.ts';

function open(settings: Partial<World['settings']> = {}) {
  const world = createWorld({ settings });
  const outage = smallOutage(world, { reports: 2 });
  const [report, other] = outage.reports as [Ticket, Ticket];
  const update = (ticket: Ticket, change: TicketChange, actor: User = outage.tom, stamp?: number) =>
    updateTicket(world, ticket, change, actor, stamp === undefined ? {} : { stamp });
  return { world, clock: world.clock as VirtualClock, ...outage, report, other, update };
}

function refusalOf(act: () => unknown): { status: number; error: string; details: unknown } {
  try {
    act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { status: refusal.status, error: refusal.error, details: refusal.details };
  }
  throw new Error('nothing was refused');
}

describe('Comments', () => {
  test('fill in the ticket’s own placeholders for agents, and leave a customer’s braces alone', () => {
    const { world, report, update } = open();
    update(report, {
      comment: { body: 'Re {{ticket.id}}, {{ticket.requester.first_name}}{{dc.hello}}', public: true },
    });
    expect(report.publicComments.at(-1)?.body).toBe(`Re ${report.id}, Customer`);
    world.customerWrites(report.id, 'What is {{ticket.id}}?');
    expect(report.publicComments.at(-1)?.body).toBe('What is {{ticket.id}}?');
  });

  test('take over the first comment’s visibility when they do not say', () => {
    const { report, incident, mara, update } = open();
    update(report, { comment: { body: 'x' } });
    update(incident, { comment: { body: 'x' } }, mara);
    expect([report.comments.at(-1)?.public, incident.comments.at(-1)?.public]).toEqual([true, false]);
  });

  test('stop at 5,000, while the ticket itself can still be changed', () => {
    const { report, update } = open();
    for (let i = report.comments.length; i < 5000; i++)
      update(report, { comment: { body: `${i}`, public: false } });
    expect(refusalOf(() => update(report, { comment: { body: 'more', public: false } })).status).toBe(422);
    update(report, { priority: 'low' });
    expect(report.priority).toBe('low');
  });

  test('of a light agent are internal, and nothing else is hers to change', () => {
    const { report, ines, update } = open();
    update(report, { comment: { body: 'I know this donor.', public: false } }, ines);
    expect(report.internalNotes).toHaveLength(1);
    expect(refusalOf(() => update(report, { comment: { body: 'Hi', public: true } }, ines)).status).toBe(403);
    expect(refusalOf(() => update(report, { priority: 'low' }, ines)).status).toBe(403);
  });

  test('cannot be public when the requester is suspended', () => {
    const { world, report, update } = open();
    world.user(report.requesterId).suspended = true;
    const refusal = refusalOf(() => update(report, { comment: { body: 'Hi', public: true } }));
    expect(refusal.details).toEqual({ requester: [{ description: 'Requester: Customer 1 is suspended.' }] });
    update(report, { comment: { body: 'Hm', public: false } });
    expect(report.internalNotes).toHaveLength(1);
  });

  test('show the author they are given, while the updater stays who asked', () => {
    const { report, mara, tom, update } = open();
    const audit = update(report, { comment: { body: 'x', public: true, authorId: mara.id } }, tom);
    expect([audit?.comment?.authorId, audit?.authorId]).toEqual([mara.id, tom.id]);
  });
});
