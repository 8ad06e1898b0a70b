import { describe, expect, test } from 'vitest';
import type { Answer } from '../workspace/world/call.ts';
import type { Fault } from '../workspace/world/faults.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openDesk } from './openDesk.ts';

const traffic = keepTraffic('adapters-troubles');
const open = (wanted: Parameters<typeof openDesk>[0] = {}) => openDesk({ traffic, ...wanted });
const NOTE = { did: 'attach' };

/** A desk whose next request fares like this. */
function openWith(fault: Fault, wanted: Parameters<typeof openDesk>[0] = {}) {
  const opened = open(wanted);
  opened.world.faults.script({}, fault);
  return opened;
}

function answering({ status, body, headers }: Partial<Answer>, recorded = true) {
  const fault = { kind: 'answer', status: status ?? 200, body, ...(headers ? { headers } : {}) } as const;
  return openWith(fault, recorded ? {} : { traffic: undefined as never });
}

describe('what Zendesk refuses', () => {
  test('an agent who was signed out', async () => {
    const { desk } = answering({ status: 401, body: { error: "Couldn't authenticate you" } });
    await expect(desk.me()).rejects.toMatchObject({
      name: 'ServiceError',
      service: 'Zendesk',
      trouble: 'signed out',
      detail: "Couldn't authenticate you",
    });
  });

  test('a light agent who changes a ticket', async () => {
    const { desk, reports, world } = open({ by: 'ines' });
    const ticket = await desk.readOne(reports[0]!.id);
    await expect(desk.change(ticket, { priority: 'low', note: NOTE })).rejects.toMatchObject({
      trouble: 'forbidden',
      detail: 'A light agent can add internal notes and nothing else.',
    });
    expect(world.ticket(ticket.id).priority).toBe('urgent');
  });

  test('a ticket that does not exist', async () => {
    await expect(open().desk.readOne(99_999)).rejects.toMatchObject({
      trouble: 'missing',
      detail: 'Not found',
    });
  });

  test('a change of a closed ticket, in Zendesk’s own words', async () => {
    const { desk, reports, world } = open();
    world.closeTicket(reports[0]!.id);
    const ticket = await desk.readOne(reports[0]!.id);
    await expect(desk.change(ticket, { priority: 'low', note: NOTE })).rejects.toMatchObject({
      trouble: 'refused',
      detail: 'Status: closed prevents ticket update',
    });
  });

  test('a request that makes no sense', async () => {
    // Not recorded: no description allows it.
    const { desk } = openDesk();
    const ids = Array.from({ length: 101 }, (_, i) => i + 1);
    await expect(desk.read(ids)).rejects.toMatchObject({
      trouble: 'refused',
      detail: expect.stringContaining('100'),
    });
  });
});

describe('two meanings of a conflict', () => {
  test('somebody else changed the ticket: nothing was written', async () => {
    const { desk, reports, world, tom } = open();
    const ticket = await desk.readOne(reports[0]!.id);
    world.agentWrites(ticket.id, tom.id, 'Mine.', { public: false });
    await expect(desk.change(ticket, { priority: 'low', note: NOTE })).rejects.toMatchObject({
      trouble: 'outdated',
    });
    expect(world.ticket(ticket.id).priority).toBe('urgent');
  });

  test('Zendesk’s database collided: nobody else acted', async () => {
    const { desk } = openWith({ kind: 'database-conflict' });
    await expect(desk.me()).rejects.toMatchObject({ trouble: 'collision', detail: 'Database collision' });
  });

  test('a deadlock is a collision too', async () => {
    const { desk } = answering({ status: 409, body: { error: 'DatabaseDeadlock', description: 'Deadlock' } });
    await expect(desk.me()).rejects.toMatchObject({ trouble: 'collision' });
  });
});

describe('too many requests', () => {
  test('Zendesk says when to come back', async () => {
    const { desk } = openWith({ kind: 'too-many', retryAfter: 17 });
    await expect(desk.me()).rejects.toMatchObject({
      trouble: 'too many',
      retryAfter: 17,
      detail: 'Number of allowed API requests per minute exceeded',
    });
  });

  test('one ticket changed too often is answered in plain text, and understood', async () => {
    const { desk, reports } = open();
    let ticket = await desk.readOne(reports[0]!.id);
    const change = async (times: number) => {
      for (let i = 0; i < times; i++)
        ticket = await desk.change(ticket, { fields: { allclear_jira: `PAY-${i}` }, note: NOTE });
    };
    await change(30);
    await expect(change(1)).rejects.toMatchObject({
      trouble: 'too many',
      retryAfter: expect.any(Number),
      detail: 'Rate limit for ticket updates exceeded, please wait before updating this ticket again',
    });
  });

  test('an answer that does not say when leaves it open', async () => {
    const { desk } = openDesk();
    const { desk: silent } = openWith({ kind: 'too-many' }, { traffic: undefined as never });
    await expect(silent.me()).rejects.toMatchObject({ trouble: 'too many', retryAfter: undefined });
    await expect(desk.me()).resolves.toMatchObject({ name: 'Mara Lind' });
  });
});

describe('a Zendesk that is not well', () => {
  test.each([500, 502, 503, 504] as const)(
    '%i: it is down, and its page is not shown as code',
    async (status) => {
      const { desk } = openWith({ kind: 'server-error', status, applied: false });
      await expect(desk.me()).rejects.toMatchObject({ trouble: 'down', detail: 'Something went wrong' });
    },
  );

  test('503 may say when to come back', async () => {
    const { desk } = openWith({ kind: 'server-error', status: 503, applied: false, retryAfter: 5 });
    await expect(desk.me()).rejects.toMatchObject({ trouble: 'down', retryAfter: 5 });
  });

  test('no answer arrives: whether the change was made is not known, and may be true', async () => {
    for (const applied of [true, false]) {
      const { desk, reports, world } = open();
      const ticket = await desk.readOne(reports[0]!.id);
      world.faults.script({ method: 'PUT' }, { kind: 'lost', applied });
      await expect(desk.change(ticket, { priority: 'low', note: NOTE })).rejects.toMatchObject({
        trouble: 'unreachable',
      });
      expect(world.ticket(ticket.id).priority).toBe(applied ? 'low' : 'urgent');
    }
  });

  test('a host that is down is unreachable, and reachable again once it is back', async () => {
    const { desk, world } = open();
    world.takeDown('harborgifts.zendesk.com');
    await expect(desk.me()).rejects.toMatchObject({ trouble: 'unreachable' });
    world.bringBack('harborgifts.zendesk.com');
    await expect(desk.me()).resolves.toMatchObject({ name: 'Mara Lind' });
  });

  test('an answer that takes longer than half a minute is given up on', async () => {
    const { desk, time } = openWith({ kind: 'slow', ms: 120_000 });
    const start = time.now();
    await expect(desk.me()).rejects.toMatchObject({ trouble: 'timed out' });
    expect(time.now() - start).toBe(30_000);
  });

  test('an answer that takes a while is waited for', async () => {
    const { desk } = openWith({ kind: 'slow', ms: 20_000 });
    await expect(desk.me()).resolves.toMatchObject({ name: 'Mara Lind' });
  });
});

describe('an answer that is not as its reference has it', () => {
  test.each([
    ['a page to sign in', '<html>Sign in</html>'],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['another thing', { tickets: [] }],
    ['a ticket without its id', { ticket: { subject: 'x' } }],
    ['a status nobody knows', { ticket: { id: 1, status: 'lost', created_at: 'x', updated_at: 'x' } }],
  ])('%s is unreadable, not a crash', async (_, body) => {
    const { desk } = answering({ body }, false);
    await expect(desk.readOne(1)).rejects.toMatchObject({
      trouble: 'unreadable',
      detail: expect.stringContaining('/api/v2/tickets/1.json'),
    });
  });

  test('says which member was wrong', async () => {
    const { desk } = answering({ body: { user: { id: '5', name: 'Mara' } } }, false);
    await expect(desk.me()).rejects.toMatchObject({ detail: expect.stringContaining('user.id') });
  });
});

describe('the words that come with a refusal', () => {
  const detailOf = async (body: unknown) => {
    const { desk } = answering({ status: 422, body }, false);
    const error = await desk.me().catch((each: unknown) => each);
    return (error as { detail?: string }).detail;
  };

  test('are the sentence about the field, before the general one', async () => {
    const details = { status: [{ description: 'Status: solved needs an assignee' }] };
    const body = { error: 'RecordInvalid', description: 'Record validation errors', details };
    expect(await detailOf(body)).toBe('Status: solved needs an assignee');
  });

  test('are found in every shape an error has', async () => {
    expect(await detailOf({ error: 'RecordInvalid' })).toBe('RecordInvalid');
    expect(await detailOf({ error: { title: 'Forbidden', message: 'no' } })).toBe('Forbidden');
    expect(await detailOf({ description: 'Invalid', details: 'nothing here' })).toBeTruthy();
    expect(await detailOf({})).toBeUndefined();
    expect(await detailOf([])).toBeUndefined();
  });

  test('are one line of plain text, and not endless', async () => {
    expect(await detailOf('<h1>Bad\n gateway</h1>')).toBe('Bad gateway');
    expect(await detailOf('x'.repeat(5_000))).toHaveLength(300);
  });
});
