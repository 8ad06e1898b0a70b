import { describe, expect, test } from 'vitest';
import { attachReport } from '../../src/actions/attachReport.ts';
import { mayHaveWorked } from '../../src/actions/mayHaveWorked.ts';
import { ServiceError } from '../../src/ports.ts';
import { addIncident } from '../workspace/world/seed/build.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openOutage, type Wanted } from './openOutage.ts';

async function open(wanted: Wanted = {}) {
  const opened = await openOutage(wanted);
  const { ports, ticket, incident, run } = opened;
  return {
    ...opened,
    attach: (to = incident.id, options: { move?: boolean } = {}) =>
      run(attachReport(ports, ticket.id, to, options)),
  };
}

describe('attaching a ticket', () => {
  test('makes it a report of the incident, urgent, in one write that says what it was before', async () => {
    const { attach, world, ticket, incident, deeds } = await open({ loose: { type: 'question' } });
    expect(await attach()).toEqual({ do: 'attached' });
    expect(world.ticket(ticket.id)).toMatchObject({
      type: 'incident',
      problemId: incident.id,
      priority: 'urgent',
    });
    expect(deeds(ticket.id)).toEqual([
      { did: 'attach', incident: incident.id, was: { type: 'question', priority: 'low' }, set: 'urgent' },
    ]);
    expect(world.ticket(ticket.id).comments).toHaveLength(1);
  });

  test('takes over the incident’s Jira key', async () => {
    const { attach, world, ticket, incident } = await open();
    const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    const text = JSON.stringify({ ...record, jira: { id: '10123', key: 'PAY-123' } });
    const { values } = world.ticket(incident.id);
    const fields = new Map(values.fields).set(world.fieldId('allclear_record'), text);
    world.ticket(incident.id).values = { ...values, fields };
    await attach();
    expect(world.valueOf(ticket.id, 'allclear_jira')).toBe('PAY-123');
  });

  test('sets the priority that the account chose', async () => {
    const { attach, world, ticket } = await open({ settings: { attach_priority: 'high' } });
    await attach();
    expect(world.ticket(ticket.id).priority).toBe('high');
  });

  test('leaves the priority alone where the account says so', async () => {
    const { attach, world, ticket, deeds } = await open({ settings: { attach_priority: 'unchanged' } });
    await attach();
    expect(world.ticket(ticket.id)).toMatchObject({ type: 'incident', priority: 'low' });
    expect(deeds(ticket.id)[0]).not.toHaveProperty('set');
  });

  test('does nothing to a ticket that is attached already', async () => {
    const { attach, world, ticket, deeds } = await open();
    await attach();
    const { updatedAt } = world.ticket(ticket.id);
    expect(await attach()).toEqual({ do: 'nothing', because: 'attached already' });
    expect(deeds(ticket.id)).toHaveLength(1);
    expect(world.ticket(ticket.id).updatedAt).toBe(updatedAt);
  });
});

describe('attaching is refused, and nothing is written', () => {
  test('for a light agent', async () => {
    const { attach, world, ticket } = await open({ by: 'ines' });
    expect(await attach()).toEqual({ do: 'refuse', because: 'not allowed' });
    expect(world.ticket(ticket.id)).toMatchObject({ type: null, priority: 'low' });
    expect(world.ticket(ticket.id).audits).toHaveLength(1);
  });

  test('for a closed ticket', async () => {
    const { attach, world, ticket, deeds } = await open();
    world.closeTicket(ticket.id);
    expect(await attach()).toEqual({ do: 'refuse', because: 'closed' });
    expect(deeds(ticket.id)).toEqual([]);
  });

  test('for a ticket that was merged away', async () => {
    const { attach, world, ticket, reports, deeds } = await open();
    world.mergeTicket(ticket.id, reports[0]!.id);
    expect(await attach()).toEqual({ do: 'refuse', because: 'merged' });
    expect(deeds(ticket.id)).toEqual([]);
  });

  test('for a problem ticket', async () => {
    const { attach, deeds, ticket } = await open({ loose: { type: 'problem' } });
    expect(await attach()).toEqual({ do: 'refuse', because: 'problem' });
    expect(deeds(ticket.id)).toEqual([]);
  });

  test('for an incident of ours', async () => {
    const { attach } = await open({ loose: { type: 'problem', tags: ['allclear_incident'] } });
    expect(await attach()).toEqual({ do: 'refuse', because: 'incident' });
  });

  test('to an incident that was solved meanwhile', async () => {
    const { attach, world, ticket, incident } = await open();
    world.ticket(incident.id).values = { ...world.ticket(incident.id).values, status: 'solved' };
    expect(await attach()).toEqual({ do: 'refuse', because: 'incident over' });
    expect(world.ticket(ticket.id).type).toBeNull();
  });

  test('by Zendesk itself, where the agent may not see the ticket', async () => {
    const { attach, world, tom, ticket, deeds } = await open({ by: 'tom' });
    world.user(tom.id).ticketRestriction = 'assigned';
    await expect(attach()).rejects.toMatchObject({ trouble: 'forbidden' });
    expect(deeds(ticket.id)).toEqual([]);
  });
});

describe('a ticket that hangs on another incident', () => {
  test('says so first, and stays where it is', async () => {
    const { attach, world, ticket, incident, deeds, ...company } = await open();
    const other = addIncident(world, company, { subject: 'Receipts arrive late' });
    await attach(other.id);
    expect(await attach(incident.id)).toEqual({ do: 'ask', attachedTo: other.id });
    expect(world.ticket(ticket.id).problemId).toBe(other.id);
    expect(deeds(ticket.id)).toHaveLength(1);
  });

  test('is moved once the agent wants it', async () => {
    const { attach, world, ticket, incident, ...company } = await open();
    const other = addIncident(world, company, { subject: 'Receipts arrive late' });
    await attach(other.id);
    expect(await attach(incident.id, { move: true })).toEqual({ do: 'attached' });
    expect(world.ticket(ticket.id).problemId).toBe(incident.id);
  });
});

describe('two at once', () => {
  test('two agents who attach at once leave one attached ticket and one note', async () => {
    const { at, ports, ticket, incident, world, run, deeds } = await open();
    const tom = await at('tom', ticket.id);
    const outcomes = await run(
      Promise.all([ports, tom.ports].map((each) => attachReport(each, ticket.id, incident.id))),
    );
    expect(outcomes).toEqual([{ do: 'attached' }, { do: 'attached' }]);
    expect(world.ticket(ticket.id)).toMatchObject({ type: 'incident', problemId: incident.id });
    expect(deeds(ticket.id)).toHaveLength(1);
  });

  test('two agents who choose different incidents leave the ticket on one, and one of them is asked', async () => {
    const { at, ports, ticket, incident, world, run, deeds, ...company } = await open();
    const other = addIncident(world, company, { subject: 'Receipts arrive late' });
    const tom = await at('tom', ticket.id);
    const outcomes = await run(
      Promise.all([
        attachReport(ports, ticket.id, incident.id),
        attachReport(tom.ports, ticket.id, other.id),
      ]),
    );
    expect(outcomes.map((each) => each.do).toSorted()).toEqual(['ask', 'attached']);
    expect(deeds(ticket.id)).toHaveLength(1);
  });

  test('a customer who writes at that moment neither stops it nor is written over', async () => {
    const { ports, ticket, incident, world, run, deeds } = await open();
    whenAsked(world, { method: 'PUT' }, () => world.customerWrites(ticket.id, 'Still broken!'));
    expect(await run(attachReport(ports, ticket.id, incident.id))).toEqual({ do: 'attached' });
    expect(world.ticket(ticket.id)).toMatchObject({ problemId: incident.id });
    expect(world.ticket(ticket.id).publicComments).toHaveLength(2);
    expect(deeds(ticket.id)).toHaveLength(1);
  });
});

describe('an attach whose answer is lost', () => {
  test.each([true, false])('is there once in the end (it had been applied: %s)', async (applied) => {
    const { attach, world, ticket, incident, deeds } = await open();
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied });
    expect(await attach()).toEqual({ do: 'attached' });
    expect(world.ticket(ticket.id).problemId).toBe(incident.id);
    expect(deeds(ticket.id)).toHaveLength(1);
    expect(deeds(ticket.id)[0]).toMatchObject({ was: { priority: 'low' } });
  });

  test('is given up after some tries, and nothing is claimed', async () => {
    const { attach, world, ticket, deeds } = await open();
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);
    await expect(attach()).rejects.toMatchObject({ trouble: 'unreachable' });
    expect(world.ticket(ticket.id).problemId).toBeNull();
    expect(deeds(ticket.id)).toEqual([]);
  });
});

describe('a question that fails', () => {
  test('before anything was written says that nothing was', async () => {
    const { attach, world } = await open();
    world.faults.script({ method: 'GET', url: '/tickets/' }, { kind: 'lost', applied: false });
    await expect(attach()).rejects.toMatchObject({ trouble: 'unreachable', isRead: true });
  });

  test('after a write in doubt leaves the doubt', async () => {
    const { attach, world, ticket, incident } = await open();
    whenAsked(world, { method: 'PUT' }, () =>
      world.faults.script({ method: 'GET' }, { kind: 'server-error', status: 503, applied: false }, 9),
    );
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
    await expect(attach()).rejects.toMatchObject({ trouble: 'unreachable', isRead: false });
    expect(world.ticket(ticket.id).problemId).toBe(incident.id);
  });
});

describe('whatever goes wrong, at whichever call', () => {
  const CALLS = [
    'who the agent is',
    'the ticket',
    'the incident',
    'the write',
    'the look after a lost write',
  ];
  const table = FAULTS.flatMap(([name, fault]) => CALLS.map((call, index) => ({ name, fault, call, index })));

  test.each(table)('$name at $call: attached once, or said not to be', async ({ fault, index }) => {
    const { attach, world, ticket, incident, deeds } = await open();
    failCall(world, index, fault);
    // A second look is taken only when nobody knows what became of the write.
    if (index >= 4) world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
    const first = await attach().catch((error: unknown) => error);
    expect(world.faults.total).toBeGreaterThan(0);
    world.faults.clear();
    const isAttached = world.ticket(ticket.id).problemId === incident.id;
    if (first instanceof ServiceError) {
      expect(deeds(ticket.id).length).toBeLessThanOrEqual(1);
      if (first.isRead || !mayHaveWorked(first)) expect(isAttached).toBe(false);
    } else {
      expect(first).toEqual({ do: 'attached' });
      expect(isAttached).toBe(true);
    }
    // Whatever was said: pressing again ends well, and nothing is written twice.
    expect(['attached', 'nothing']).toContain((await attach()).do);
    expect(world.ticket(ticket.id)).toMatchObject({
      type: 'incident',
      problemId: incident.id,
      priority: 'urgent',
    });
    expect(deeds(ticket.id)).toEqual([
      { did: 'attach', incident: incident.id, was: { priority: 'low' }, set: 'urgent' },
    ]);
  });
});
