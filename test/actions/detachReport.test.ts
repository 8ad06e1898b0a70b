import { describe, expect, test } from 'vitest';
import { attachReport } from '../../src/actions/attachReport.ts';
import { detachReport } from '../../src/actions/detachReport.ts';
import { mayHaveWorked } from '../../src/actions/mayHaveWorked.ts';
import { ServiceError } from '../../src/ports.ts';
import { addIncident } from '../workspace/world/seed/build.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openOutage, type Wanted } from './openOutage.ts';

/** A ticket that was attached some minutes ago. */
async function openAttached(wanted: Wanted = {}) {
  const opened = await openOutage(wanted);
  const { ports, ticket, incident, run, time } = opened;
  await run(attachReport(ports, ticket.id, incident.id));
  await time.advance(120_000);
  return {
    ...opened,
    attach: (to: number) => run(attachReport(ports, ticket.id, to, { move: true })),
    detach: () => run(detachReport(ports, ticket.id)),
  };
}

describe('detaching', () => {
  test('puts back type and priority', async () => {
    const { detach, world, ticket, incident, deeds } = await openAttached({ loose: { type: 'question' } });
    expect(await detach()).toEqual({ do: 'detached', priorityStays: false });
    expect(world.ticket(ticket.id)).toMatchObject({ type: 'question', priority: 'low', problemId: null });
    expect(deeds(ticket.id).at(-1)).toEqual({ did: 'detach', incident: incident.id });
  });

  test('a ticket that had no type has none again', async () => {
    const { detach, world, ticket } = await openAttached();
    await detach();
    expect(world.ticket(ticket.id)).toMatchObject({ type: null, priority: 'low', problemId: null });
  });

  test('a priority that was empty becomes normal, and that is said', async () => {
    const { detach, world, ticket } = await openAttached({ loose: { priority: null } });
    expect(await detach()).toEqual({ do: 'detached', priorityStays: true });
    expect(world.ticket(ticket.id).priority).toBe('normal');
  });

  test('a priority that somebody chose after attaching stays', async () => {
    const { detach, world, ticket } = await openAttached();
    world.ticket(ticket.id).values = { ...world.ticket(ticket.id).values, priority: 'high' };
    await detach();
    expect(world.ticket(ticket.id)).toMatchObject({ type: null, priority: 'high' });
  });

  test('what the customer was told stays known; stage and Jira key of the incident go', async () => {
    const { run, world, reports, incident, at } = await openOutage({ outage: { told: 1 } });
    const [report] = reports;
    const { ports } = await at('mara', report!.id);
    await run(detachReport(ports, report!.id));
    expect(world.valueOf(report!.id, 'allclear_told')).toBe(`${incident.id}/1`);
    expect(world.valueOf(report!.id, 'allclear_stage') ?? null).toBeNull();
    expect(world.valueOf(report!.id, 'allclear_jira') ?? null).toBeNull();
  });

  test('a ticket that was attached by hand keeps type and priority: nothing is known of before', async () => {
    const { run, world, reports, at } = await openOutage();
    const [report] = reports;
    const { ports } = await at('mara', report!.id);
    await run(detachReport(ports, report!.id));
    expect(world.ticket(report!.id)).toMatchObject({ type: 'incident', priority: 'urgent', problemId: null });
  });

  test('a ticket that was moved here from another incident gets back what it was before both', async () => {
    const opened = await openAttached({ loose: { type: 'question' } });
    const { attach, detach, world, ticket, time } = opened;
    await attach(addIncident(world, opened, { subject: 'Receipts arrive late' }).id);
    await time.advance(60_000);
    await detach();
    expect(world.ticket(ticket.id)).toMatchObject({ type: 'question', priority: 'low', problemId: null });
  });

  test('a ticket that was detached and attached again gets back what it was the second time', async () => {
    const { attach, detach, world, ticket, incident, time } = await openAttached();
    await detach();
    await time.advance(60_000);
    const values = { ...world.ticket(ticket.id).values, type: 'task', priority: 'high' } as const;
    world.ticket(ticket.id).values = values;
    await attach(incident.id);
    await time.advance(60_000);
    await detach();
    expect(world.ticket(ticket.id)).toMatchObject({ type: 'task', priority: 'high', problemId: null });
  });

  test('a ticket that hangs on nothing is left alone', async () => {
    const { ports, ticket, run, deeds } = await openOutage();
    expect(await run(detachReport(ports, ticket.id))).toEqual({ do: 'nothing', because: 'not attached' });
    expect(deeds(ticket.id)).toEqual([]);
  });
});

describe('detaching is refused, and nothing is written', () => {
  test('for a light agent', async () => {
    const { at, ticket, run, world, incident } = await openAttached();
    const ines = await at('ines', ticket.id);
    expect(await run(detachReport(ines.ports, ticket.id))).toEqual({ do: 'refuse', because: 'not allowed' });
    expect(world.ticket(ticket.id).problemId).toBe(incident.id);
  });

  test('for a closed ticket', async () => {
    const { detach, ticket, world, incident } = await openAttached();
    world.closeTicket(ticket.id);
    expect(await detach()).toEqual({ do: 'refuse', because: 'closed' });
    expect(world.ticket(ticket.id).problemId).toBe(incident.id);
  });
});

describe('two at once', () => {
  test('two agents who detach at once leave one note', async () => {
    const { at, ports, ticket, run, world, deeds } = await openAttached();
    const tom = await at('tom', ticket.id);
    const outcomes = await run(Promise.all([ports, tom.ports].map((each) => detachReport(each, ticket.id))));
    expect(outcomes).toEqual([
      { do: 'detached', priorityStays: false },
      { do: 'detached', priorityStays: false },
    ]);
    expect(world.ticket(ticket.id)).toMatchObject({ type: null, priority: 'low', problemId: null });
    expect(deeds(ticket.id).filter(({ did }) => did === 'detach')).toHaveLength(1);
  });

  test('a customer who writes at that moment is not written over', async () => {
    const { detach, ticket, world } = await openAttached();
    whenAsked(world, { method: 'PUT' }, () => world.customerWrites(ticket.id, 'Any news?'));
    expect(await detach()).toMatchObject({ do: 'detached' });
    expect(world.ticket(ticket.id)).toMatchObject({ type: null, problemId: null });
    expect(world.ticket(ticket.id).publicComments).toHaveLength(2);
  });
});

describe('whatever goes wrong, at whichever call', () => {
  // Who the agent is has been asked for when the ticket was attached.
  const CALLS = [
    'the ticket',
    'its story',
    'the write',
    'the look after a lost write',
    'its story after a lost write',
  ];
  const table = FAULTS.flatMap(([name, fault]) => CALLS.map((call, index) => ({ name, fault, call, index })));

  test.each(table)('$name at $call: detached once, or said not to be', async ({ fault, index }) => {
    const { detach, world, ticket, deeds } = await openAttached({ loose: { priority: null } });
    failCall(world, index, fault);
    // A second look is taken only when nobody knows what became of the write.
    if (index >= 3) world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
    const first = await detach().catch((error: unknown) => error);
    expect(world.faults.total).toBeGreaterThan(0);
    world.faults.clear();
    const isDetached = world.ticket(ticket.id).problemId === null;
    if (first instanceof ServiceError) {
      if (!mayHaveWorked(first)) expect(isDetached).toBe(false);
    } else {
      expect(first).toEqual({ do: 'detached', priorityStays: true });
      expect(isDetached).toBe(true);
    }
    expect(['detached', 'nothing']).toContain((await detach()).do);
    expect(world.ticket(ticket.id)).toMatchObject({ type: null, problemId: null, priority: 'normal' });
    expect(deeds(ticket.id).filter(({ did }) => did === 'detach')).toHaveLength(1);
  });
});
