import { describe, expect, test } from 'vitest';
import { smallOutage } from '../world/seed/build.ts';
import type { WorldSettings } from '../world/settings.ts';
import { createWorld } from '../world/world.ts';
import { askAs, type WireJob } from './ask.ts';
import { iso } from './wireTicket.ts';

function open(reports = 3, settings: Partial<WorldSettings> = {}) {
  const world = createWorld({ settings });
  const outage = smallOutage(world, { reports });
  const ask = askAs(world, outage.tom.id);
  const note = { comment: { body: 'Hello', public: true } };
  const rows = () =>
    outage.reports.map(({ id, updatedAt }) => ({
      id,
      safe_update: true,
      updated_stamp: iso(updatedAt),
      ...note,
    }));
  const start = async (body: unknown, query = '') =>
    (await ask.put<{ job_status: WireJob }>(`/tickets/update_many${query}`, body)).body.job_status;
  const look = async (id: string) =>
    (await ask.get<{ job_status: WireJob }>(`/job_statuses/${id}`)).body.job_status;
  return { world, ...outage, ...ask, note, rows, start, look };
}

describe('A job', () => {
  test('is queued, works and completes as time goes on, and tells its results at the end', async () => {
    const { clock, rows, start, look, reports } = open(60);
    const queued = await start({ tickets: rows() });
    expect(queued).toMatchObject({ status: 'queued', total: null, results: null });
    await clock.advance(2500);
    expect(await look(queued.id)).toMatchObject({
      status: 'working',
      total: 60,
      progress: 40,
      results: null,
    });
    await clock.advance(5000);
    const done = await look(queued.id);
    expect(done).toMatchObject({ status: 'completed', progress: 60 });
    expect(done.results?.[0]).toEqual({
      id: reports[0]!.id,
      action: 'update',
      status: 'Updated',
      success: true,
    });
    expect(done.message).toMatch(/^Completed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000$/);
  });

  test('does what it can: a ticket changed meanwhile, closed or gone fails alone, in its row', async () => {
    const { world, clock, rows, start, look, reports } = open(4);
    const batch = [...rows(), { ...rows()[0], id: 99_999 }];
    const job = await start({ tickets: batch });
    world.customerWrites(reports[1]!.id, 'News?');
    world.closeTicket(reports[2]!.id);
    await clock.advance(10_000);
    const { results } = await look(job.id);
    expect(results?.map(({ success, error }) => error ?? success)).toEqual([
      true,
      'UpdateConflict',
      'UpdateConflict',
      true,
      'TicketNotFound',
    ]);
    expect(reports[1]!.publicComments.map(({ body }) => body)).not.toContain('Hello');
  });

  test('without a stamp of its own takes the moment it was queued', async () => {
    const { world, clock, start, look, reports, note } = open(2);
    const ids = reports.map(({ id }) => id).join(',');
    const job = await start({ ticket: note }, `?ids=${ids}`);
    await clock.advance(1000 - (clock.now() % 1000));
    world.customerWrites(reports[0]!.id, 'News?');
    await clock.advance(10_000);
    expect((await look(job.id)).results?.map(({ error }) => error)).toEqual(['UpdateConflict', undefined]);
  });

  test('names a closed ticket’s reason', async () => {
    const { world, clock, start, look, reports, note } = open(1);
    world.closeTicket(reports[0]!.id);
    await clock.advance(2000);
    const job = await start({ ticket: note }, `?ids=${reports[0]!.id}`);
    await clock.advance(10_000);
    expect((await look(job.id)).results).toEqual([
      {
        id: reports[0]!.id,
        action: 'update',
        success: false,
        error: 'RecordInvalid',
        details: 'Status: closed prevents ticket update',
      },
    ]);
  });

  test('merges and takes away tags in the bulk form', async () => {
    const { clock, start, reports } = open(1);
    const [report] = reports;
    report!.values = { ...report!.values, tags: ['a', 'b'] };
    await start({ ticket: { additional_tags: ['c'], remove_tags: ['a'] } }, `?ids=${report!.id}`);
    await clock.advance(10_000);
    expect(report!.tags).toEqual(['b', 'c']);
  });

  test('is forgotten a day after it was made', async () => {
    const { clock, rows, start, get } = open(1);
    const job = await start({ tickets: rows() });
    await clock.advance(25 * 60 * 60 * 1000);
    expect((await get(`/job_statuses/${job.id}`)).status).toBe(404);
  });

  test('several are followed together', async () => {
    const { clock, rows, start, get } = open(2);
    const [first, second] = [
      await start({ tickets: rows().slice(0, 1) }),
      await start({ tickets: rows().slice(1) }),
    ];
    await clock.advance(10_000);
    const { body } = await get<{ job_statuses: WireJob[] }>(
      `/job_statuses/show_many?ids=${first.id},${second.id}`,
    );
    expect(body.job_statuses.map(({ status }) => status)).toEqual(['completed', 'completed']);
  });
});

describe('update_many refuses', () => {
  test('more than a hundred tickets', async () => {
    const { put, rows } = open(101);
    expect((await put('/tickets/update_many', { tickets: rows() })).status).toBe(400);
  });

  test('half of a safe update', async () => {
    const { put, reports, note } = open(1);
    const id = reports[0]!.id;
    expect(
      (await put('/tickets/update_many', { tickets: [{ id, safe_update: true, ...note }] })).status,
    ).toBe(400);
    const stamped = { id, updated_stamp: '2026-11-23T10:00:00Z', ...note };
    expect((await put('/tickets/update_many', { tickets: [stamped] })).status).toBe(400);
    expect((await put('/tickets/update_many', { tickets: [{ id, ...note }] })).status).toBe(200);
    const strict = open(1, { batchWithoutStamp: false });
    const bare = { tickets: [{ id: strict.reports[0]!.id, ...note }] };
    expect((await strict.put('/tickets/update_many', bare)).status).toBe(400);
  });

  test('a thirty-first job, naming those that run', async () => {
    const { world, clock, put, rows, start } = open(1);
    world.faults.scriptJob({ kind: 'endless', after: 0 }, 30);
    const running: string[] = [];
    for (let i = 0; i < 30; i++) running.push((await start({ tickets: rows() })).id);
    await clock.advance(60_000);
    const refused = await put('/tickets/update_many', { tickets: rows() });
    expect(refused.status).toBe(429);
    expect(refused.headers['zendesk-ratelimit-inflight-jobs']).toBe('total=30; remaining=0; resets=60');
    expect(refused.body).toMatchObject({ error: 'TooManyJobs', current_job_ids: running });
  });

  test('a light agent’s public comments', async () => {
    const { world, ines, rows } = open(1);
    expect((await askAs(world, ines.id).put('/tickets/update_many', { tickets: rows() })).status).toBe(403);
  });
});

describe('A job can go wrong', () => {
  test('killed half-way: what was done stays done, and no results are told', async () => {
    const { world, clock, rows, start, look, reports } = open(50);
    world.faults.scriptJob({ kind: 'killed', after: 25 });
    const job = await start({ tickets: rows() });
    await clock.advance(60_000);
    expect(await look(job.id)).toMatchObject({ status: 'killed', progress: 25, results: null });
    expect(reports.filter(({ comments }) => comments.length > 1)).toHaveLength(25);
  });

  test('never ending, late, or with rows that fail', async () => {
    const { world, clock, rows, start, look, reports } = open(10);
    world.faults.scriptJob({ kind: 'endless', after: 5 });
    world.faults.scriptJob({ kind: 'late', ms: 300_000 });
    const fails = (id: number) => id === reports[9]!.id;
    world.faults.scriptJob({ kind: 'rows', fails, error: 'InternalError', details: 'Oh dear' });
    const endless = await start({ tickets: rows().slice(0, 8) });
    const late = await start({ tickets: rows().slice(8, 9) });
    const rough = await start({ tickets: rows().slice(9) });
    await clock.advance(200_000);
    expect((await look(endless.id)).status).toBe('working');
    expect((await look(late.id)).status).toBe('queued');
    expect((await look(rough.id)).results?.[0]).toMatchObject({ success: false, error: 'InternalError' });
    await clock.advance(200_000);
    expect((await look(endless.id)).progress).toBe(5);
    expect((await look(late.id)).status).toBe('completed');
    expect(Object.fromEntries(world.faults.injected)).toEqual({ endless: 1, late: 1, rows: 1 });
  });
});
