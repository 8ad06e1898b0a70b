import { describe, expect, test } from 'vitest';
import { type Seen, seeAgain, seeTicket } from '../../src/actions/seeTicket.ts';
import { createRecorder } from '../workspace/record.ts';
import { addIncident } from '../workspace/world/seed/build.ts';
import { openOutage, type Wanted } from './openOutage.ts';

async function open(wanted: Wanted = {}) {
  const opened = await openOutage(wanted);
  const { ports, ticketId, run, world } = opened;
  const requests = async (act: () => Promise<Seen>) => {
    world.traffic = createRecorder();
    const seen = await run(act());
    return { seen, count: world.traffic.toNdjson().split('\n').filter(Boolean).length };
  };
  return {
    ...opened,
    see: () => requests(() => seeTicket(ports, ticketId)),
    again: (seen: Seen) => requests(() => seeAgain(ports, seen)),
  };
}

describe('the first look', () => {
  test('at a ticket that hangs on nothing: the running incidents, with two requests', async () => {
    const { see, incident, time } = await open();
    const at = Math.floor(time.now());
    const { seen, count } = await see();
    expect(seen.standing).toEqual({ kind: 'free' });
    expect(seen.active.map(({ id, reports }) => [id, reports])).toEqual([[incident.id, 3]]);
    expect(seen.asOf.getTime()).toBe(at);
    expect(count).toBe(2);
  });

  test('at a report: its incident and what its customer was told, with two requests', async () => {
    const { see, incident } = await open({ report: 0, outage: { told: 1, update: 2 } });
    const { seen, count } = await see();
    expect(seen.standing).toMatchObject({
      kind: 'report',
      told: 1,
      incident: { id: incident.id, reports: 3 },
    });
    expect(count).toBe(2);
  });

  test('at a report of an incident that is solved: a third request', async () => {
    const { see, world, incident } = await open({ report: 0 });
    world.ticket(incident.id).values = { ...world.ticket(incident.id).values, status: 'solved' };
    const { seen, count } = await see();
    expect(seen.standing).toMatchObject({ kind: 'report', incident: { isOver: true } });
    expect(seen.active).toEqual([]);
    expect(count).toBe(3);
  });

  test('at the incident’s own ticket', async () => {
    const { see, incident } = await open({ ticketId: 1 });
    expect((await see()).seen.standing).toMatchObject({
      kind: 'incident',
      incident: { id: incident.id, reports: 3 },
    });
  });

  test('at a ticket on a problem that is no incident of ours', async () => {
    const { see, world, ticket, mara } = await open();
    const problem = world.addTicket({
      subject: 'VAT',
      text: 'VAT',
      requesterId: mara.id,
      type: 'problem',
    });
    world.ticket(ticket.id).values = {
      ...world.ticket(ticket.id).values,
      type: 'incident',
      problemId: problem.id,
    };
    const { seen } = await see();
    expect(seen.standing).toEqual({ kind: 'foreign', problem: problem.id });
    expect(seen.active).toHaveLength(1);
  });
});

describe('looking again', () => {
  test('at a report takes one request and sees a newer update', async () => {
    const { see, again, world, incident } = await open({ report: 0, outage: { told: 1 } });
    const { seen } = await see();
    const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    const text = JSON.stringify({ ...record, update: { ...record.update, n: 2, stage: 'monitoring' } });
    const { values } = world.ticket(incident.id);
    const fields = new Map(values.fields).set(world.fieldId('allclear_record'), text);
    world.ticket(incident.id).values = { ...values, fields };
    const { seen: later, count } = await again(seen);
    expect(later.standing).toMatchObject({ kind: 'report', told: 1, incident: { stage: 'monitoring' } });
    expect(count).toBe(1);
  });

  test('finds a ticket that a colleague has detached free', async () => {
    const { see, again, world, ticketId } = await open({ report: 0 });
    const { seen } = await see();
    const values = { ...world.ticket(ticketId).values, type: null, problemId: null };
    world.ticket(ticketId).values = values;
    const { seen: later } = await again(seen);
    expect(later.standing.kind).toBe('free');
  });

  test('finds a ticket that a colleague has moved at the other incident', async () => {
    const opened = await open({ report: 0 });
    const { see, again, world, ticketId } = opened;
    const { seen } = await see();
    const other = addIncident(world, opened, { subject: 'Receipts arrive late' });
    world.ticket(ticketId).values = { ...world.ticket(ticketId).values, problemId: other.id };
    expect((await again(seen)).seen.standing).toMatchObject({ kind: 'report', incident: { id: other.id } });
  });

  test('at a free ticket sees incidents that have begun since', async () => {
    const opened = await open();
    const { seen } = await opened.see();
    addIncident(opened.world, opened, { subject: 'Receipts arrive late' });
    expect((await opened.again(seen)).seen.active).toHaveLength(2);
  });

  test('says what is wrong when Zendesk does not answer, and the former look stays usable', async () => {
    const { see, again, world } = await open({ report: 0 });
    const { seen } = await see();
    world.takeDown('harborgifts.zendesk.com');
    await expect(again(seen)).rejects.toMatchObject({ trouble: 'unreachable' });
    world.bringBack('harborgifts.zendesk.com');
    expect((await again(seen)).seen.standing.kind).toBe('report');
  });
});
