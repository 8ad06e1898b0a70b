import { describe, expect, test } from 'vitest';
import { answer } from './answer.ts';
import type { Call } from './world/call.ts';
import { LostResponse, UnknownCall } from './world/call.ts';
import type { VirtualClock } from './world/clock.ts';
import { smallOutage } from './world/seed/build.ts';
import { DEFAULT_LIMITS, type WorldSettings } from './world/settings.ts';
import { createWorld } from './world/world.ts';
import { askAs } from './zendesk/ask.ts';

function open(settings: Partial<WorldSettings> = {}) {
  const world = createWorld({ settings });
  const outage = smallOutage(world);
  const clock = world.clock as VirtualClock;
  const call = (some: Partial<Call>) =>
    clock.run(
      answer(world, { method: 'GET', url: '/api/v2/users/me', headers: {}, agent: outage.tom.id, ...some }),
    );
  return { world, ...outage, ...askAs(world, outage.tom.id), call, report: outage.reports[0]! };
}

describe('What the workspace does not know', () => {
  test.each([
    ['GET', '/api/v2/foo', 'GET /api/v2/foo: no such route in the workspace'],
    ['PATCH', '/api/v2/tickets/1', 'PATCH /api/v2/tickets/1: no such route in the workspace'],
    ['GET', 'https://example.com/x', 'GET https://example.com/x: no such host in the workspace'],
  ] as const)('is refused by name: %s %s', async (method, url, message) => {
    const { call } = open();
    const refusal = call({ method, url });
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toBeInstanceOf(UnknownCall);
  });
});

describe('Limits', () => {
  test('the hundred-and-first request of an app in a minute is a 429 that says how long to wait', async () => {
    const { get, clock } = open({ latency: { read: 0, write: 0, jitter: 0 } });
    for (let i = 0; i < 100; i++) expect((await get('/users/me')).status).toBe(200);
    const late = await get('/users/me');
    expect(late).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    await clock.advance(60_000);
    expect((await get('/users/me')).status).toBe(200);
  });

  test('are counted per agent, and not for Zendesk’s own interface', async () => {
    const limits = { ...DEFAULT_LIMITS, app: { most: 1, ms: 60_000 } };
    const { world, mara, call } = open({ limits });
    expect((await call({})).status).toBe(200);
    expect((await call({})).status).toBe(429);
    expect((await call({ byHost: true })).status).toBe(200);
    expect((await askAs(world, mara.id).get('/users/me')).status).toBe(200);
  });

  test('the thirty-first update of a ticket within ten minutes is refused in plain text', async () => {
    const { put, report } = open();
    for (let i = 0; i < 30; i++)
      expect(
        (await put(`/tickets/${report.id}`, { ticket: { priority: i % 2 ? 'low' : 'high' } })).status,
      ).toBe(200);
    const late = await put(`/tickets/${report.id}`, { ticket: { priority: 'high' } });
    expect(late.status).toBe(429);
    expect(late.body).toContain('Rate limit for ticket updates exceeded');
    expect(late.headers).toMatchObject({
      'content-type': 'text/html',
      'retry-after': expect.stringMatching(/^\d+$/),
    });
  });

  test('updates of all tickets together are limited too, and jobs count where the setting says so', async () => {
    const limits = { ...DEFAULT_LIMITS, ticketUpdates: { most: 2, ms: 60_000 } };
    for (const jobItemsCount of [false, true]) {
      const { put, reports, clock, get } = open({ limits, jobItemsCount });
      const tickets = reports.map(({ id }) => ({ id, priority: 'low' }));
      const job = await put<{ job_status: { id: string } }>('/tickets/update_many', { tickets });
      await clock.advance(10_000);
      const { body } = await get<{ job_status: { results: { success: boolean }[] } }>(
        `/job_statuses/${job.body.job_status.id}`,
      );
      expect(body.job_status.results.map(({ success }) => success)).toEqual([true, true, !jobItemsCount]);
    }
  });

  test('can be switched off, and are told in headers otherwise', async () => {
    const { get } = open({ limits: false });
    for (let i = 0; i < 150; i++) expect((await get('/users/me')).status).toBe(200);
    const told = await open().get('/users/me');
    expect(told.headers).toMatchObject({ 'x-rate-limit': '700', 'x-rate-limit-remaining': '699' });
  });
});

describe('Faults', () => {
  const change = { ticket: { priority: 'low' } };

  test('a response can be lost before the call was applied, or after', async () => {
    const { world, put, report } = open();
    const url = `/tickets/${report.id}`;
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: false });
    await expect(put(url, change)).rejects.toBeInstanceOf(LostResponse);
    expect(report.priority).toBe('urgent');
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
    await expect(put(url, change)).rejects.toBeInstanceOf(LostResponse);
    expect(report.priority).toBe('low');
    expect(Object.fromEntries(world.faults.injected)).toEqual({ 'lost before': 1, 'lost after': 1 });
  });

  test('a server can fail before or after it applied the call', async () => {
    const { world, put, report } = open();
    const url = `/tickets/${report.id}`;
    world.faults.script({ url }, { kind: 'server-error', status: 503, applied: false, retryAfter: 3 });
    expect(await put(url, change)).toMatchObject({ status: 503, headers: { 'retry-after': '3' } });
    expect(report.priority).toBe('urgent');
    world.faults.script({ url }, { kind: 'server-error', status: 502, applied: true });
    expect((await put(url, change)).status).toBe(502);
    expect(report.priority).toBe('low');
  });

  test('429 comes with and without Retry-After, and a database conflict is not a stale stamp', async () => {
    const { world, get, put, report } = open();
    world.faults.script({ url: 'users/me' }, { kind: 'too-many', retryAfter: 7 });
    world.faults.script({ url: 'users/me' }, { kind: 'too-many' });
    expect((await get('/users/me')).headers['retry-after']).toBe('7');
    expect((await get('/users/me')).headers['retry-after']).toBeUndefined();
    world.faults.script((call) => call.method === 'PUT', { kind: 'database-conflict' });
    expect(await put(`/tickets/${report.id}`, change)).toMatchObject({
      status: 409,
      body: { error: 'DatabaseConflict', description: 'Database collision' },
    });
    expect((await get('/users/me')).status).toBe(200);
  });

  test('a slow call takes its time, in the world’s time', async () => {
    const { world, get, clock } = open({ latency: { read: 100, write: 100, jitter: 0 } });
    const start = clock.now();
    await get('/users/me');
    expect(clock.now() - start).toBe(100);
    world.faults.script({}, { kind: 'slow', ms: 30_000 });
    await get('/users/me');
    expect(clock.now() - start).toBe(30_200);
  });

  test('by chance are the same for the same seed, as often as planned, and counted', async () => {
    async function story(seed: number) {
      const world = createWorld({ seed, settings: { limits: false } });
      const { tom } = smallOutage(world);
      world.faults.plan({ tooMany: 0.1, serverErrorBefore: 0.05, lostAfter: 0.05 });
      const statuses: number[] = [];
      for (let i = 0; i < 400; i++)
        statuses.push(
          await askAs(world, tom.id)
            .get('/users/me')
            .then(
              ({ status }) => status,
              () => 0,
            ),
        );
      return { statuses, total: world.faults.total };
    }
    const [first, again, other] = [await story(7), await story(7), await story(8)];
    expect(again).toEqual(first);
    expect(other.statuses).not.toEqual(first.statuses);
    expect(first.statuses.filter((status) => status !== 200)).toHaveLength(first.total);
    expect(first.total).toBeGreaterThan(50);
    expect(first.total).toBeLessThan(110);
  });

  test('a host taken down answers nothing until it is brought back', async () => {
    const { world, get } = open();
    world.takeDown('harborgifts.zendesk.com');
    await expect(get('/users/me')).rejects.toBeInstanceOf(LostResponse);
    world.bringBack('harborgifts.zendesk.com');
    expect((await get('/users/me')).status).toBe(200);
  });
});
