import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { readResults } from '../../src/domain/results.ts';
import { openBroadcast } from '../actions/openBroadcast.ts';
import { openBatches } from './openBatches.ts';

// Nothing here is recorded: it is what Zendesk's description does not allow.

describe('jobs that are not as documented', () => {
  const jobsOf = async (...jobs: unknown[]) => {
    const { batches, answers } = openBatches();
    answers({ job_statuses: jobs });
    return batches.jobs(['a', 'b']);
  };

  test('a state that nobody knows has not ended', async () => {
    expect(await jobsOf({ id: 'a', status: 'paused', progress: 2 })).toEqual([
      { id: 'a', state: 'working', done: 2, rows: [] },
    ]);
  });

  test('one that can’t be read does not hide the other', async () => {
    for (const odd of [null, 'gone', [], {}, { id: 7, status: 'completed' }, { status: 'completed' }])
      expect(await jobsOf(odd, { id: 'b', status: 'queued' })).toEqual([
        { id: 'b', state: 'queued', done: 0, rows: [] },
      ]);
  });

  test('no jobs at all are none', async () => {
    expect(await jobsOf()).toEqual([]);
  });

  test.each([
    ['missing', undefined],
    ['null', null],
    ['an object, as after a deletion', { success: true }],
    ['a text', 'Completed'],
    ['empty', []],
  ])('results that are %s leave every ticket unsure', async (_, results) => {
    const [job] = await jobsOf({ id: 'a', status: 'completed', progress: 2, results });
    expect(readResults([1, 2], job)).toEqual({ told: [], again: [], refused: [], unsure: [1, 2] });
  });

  test('rows without an id, of other shapes or without a verdict leave their tickets unsure', async () => {
    const results = [
      { success: true },
      { id: null, success: true },
      { id: 'x', success: true },
      { id: {}, success: true },
      null,
      7,
      { id: 3, action: 'update' },
      { id: 4, success: 'yes' },
      { id: 5, success: true },
    ];
    const [job] = await jobsOf({ id: 'a', status: 'completed', results });
    expect(readResults([1, 2, 3, 4, 5, 6], job)).toMatchObject({
      told: [5],
      refused: [],
      unsure: [1, 2, 3, 4, 6],
    });
  });

  test('numbers in quotes are read, other texts are not numbers', async () => {
    const results = [{ id: '5', success: true }];
    expect(await jobsOf({ id: 'a', status: 'completed', progress: '2', results })).toMatchObject([
      { done: 2, rows: [{ id: 5, ok: true }] },
    ]);
    expect(await jobsOf({ id: 'a', status: 'working', progress: 'half' })).toMatchObject([{ done: 0 }]);
  });

  test('a row that failed without the name of an error is a refusal, in its own words', async () => {
    const results = [{ id: 1, success: false, details: { base: [{ description: 'Sorry.' }] } }];
    const [job] = await jobsOf({ id: 'a', status: 'completed', results });
    expect(readResults([1], job).refused).toEqual([
      { id: 1, because: 'refused', detail: '{"base":[{"description":"Sorry."}]}' },
    ]);
  });
});

describe('answers that are not as documented', () => {
  const PAGE = '<html><title>We’ll be right back</title></html>';
  type Opened = ReturnType<typeof openBatches>;
  const CALLS: [string, (opened: Opened) => Promise<unknown>, string][] = [
    ['a list', ({ batches, incident }) => batches.reports(incident.id), '/incidents.json'],
    ['a look', ({ batches, reports }) => batches.look([reports[0]!.id]), '/tickets/show_many.json'],
    ['a job', ({ batches }) => batches.send([]), '/tickets/update_many.json'],
    ['jobs', ({ batches }) => batches.jobs(['a']), '/job_statuses/show_many.json'],
    ['groups', ({ batches }) => batches.groups(), '/groups.json'],
    ['roles', ({ batches }) => batches.role(1), '/custom_roles.json'],
  ];
  const BODIES: [string, unknown][] = [
    ['an HTML page', PAGE],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['another thing', { ticket: 5, job_status: 'queued', groups: 'all', custom_roles: {}, tickets: {} }],
  ];
  const table = CALLS.flatMap(([call, ask, path]) =>
    BODIES.map(([name, body]) => ({ call, ask, path, name, body })),
  );

  test.each(table)('$call answered with $name says which answer it was', async ({ ask, path, body }) => {
    const opened = openBatches();
    opened.answers(body);
    await expect(ask(opened)).rejects.toMatchObject({
      name: 'ServiceError',
      trouble: 'unreadable',
      detail: expect.stringContaining(path),
    });
  });

  test.each(CALLS)('%s answered with an error page says so in plain words', async (_, ask) => {
    const opened = openBatches();
    opened.answers(PAGE, 502, { 'content-type': 'text/html' });
    await expect(ask(opened)).rejects.toMatchObject({ trouble: 'down', detail: 'We’ll be right back' });
  });

  test('a ticket without its stamp is not written to blindly', async () => {
    const { batches, answers, incident } = openBatches();
    answers({ tickets: [{ id: 5, status: 'open', created_at: '2026-11-23T10:00:00Z' }] });
    await expect(batches.reports(incident.id)).rejects.toMatchObject({
      trouble: 'unreadable',
      detail: expect.stringContaining('updated_at'),
    });
  });

  test('people without names, languages or zones are people all the same', async () => {
    const { batches, answers, incident } = openBatches();
    const ticket = { id: 5, status: 'open', requester_id: 9, created_at: 'x', updated_at: 'x' };
    answers({ tickets: [ticket], users: [{ id: 9, name: null, locale: null, suspended: null }] });
    const { people } = await batches.reports(incident.id);
    expect(people.get(9)).toEqual({ id: 9, name: '', isSuspended: false });
  });
});

describe('too many', () => {
  test.each([
    ['requests', { error: 'APIRateLimitExceeded', description: 'Slow down' }, 429],
    ['requests, in plain text', 'Rate limit exceeded', 429],
    ['jobs', { error: 'TooManyJobs', description: 'Too many jobs', current_job_ids: [] }, 429],
    ['jobs, with a status that no page settles', { error: 'TooManyJobs', description: 'Too many jobs' }, 422],
  ])('%s: with and without a time to come back', async (_, body, status) => {
    for (const wait of ['7', undefined]) {
      const { batches, answers } = openBatches();
      answers(body, status, wait ? { 'retry-after': wait } : {});
      await expect(batches.send([])).rejects.toMatchObject({
        trouble: 'too many',
        retryAfter: wait === undefined ? undefined : 7,
      });
    }
  });
});

describe('a broadcast that meets such answers', () => {
  const tell = async (given: (opened: ReturnType<typeof openBroadcast>) => void, n = 5) => {
    const opened = openBroadcast({ reports: n });
    given(opened);
    const outcome = await opened.run(broadcast(opened.ports, opened.incident.id, 1)).catch((error) => error);
    opened.world.faults.clear();
    return {
      ...opened,
      outcome,
      again: () => opened.run(broadcast(opened.at('tom'), opened.incident.id, 1)),
    };
  };

  test.each([
    ['no jobs', { job_statuses: [] }],
    ['a job of another shape', { job_statuses: [{ id: 5 }] }],
    ['a state that nobody knows', { job_statuses: [{ id: 'x', status: 'resting' }] }],
  ])('(%s) tells everybody once all the same', async (_, body) => {
    const { outcome, heard, reports } = await tell(({ world }) =>
      world.faults.script({ url: 'job_statuses' }, { kind: 'answer', status: 200, body }, 3),
    );
    expect(outcome).toMatchObject({ end: 'done', told: 5 });
    for (const { id } of reports) expect(heard(id)).toEqual([1]);
  });

  test.each([
    ['a page to sign in, for a list', 'incidents', 'GET'],
    ['a page to sign in, for a job', 'update_many', 'PUT'],
    ['a page to sign in, for its state', 'job_statuses', 'GET'],
  ] as const)(
    '(%s) stops with a named failure, and the next run misses and repeats nobody',
    async (_, url, method) => {
      const { outcome, again, heard, reports, time } = await tell(({ world }) =>
        world.faults.script({ url, method }, { kind: 'answer', status: 200, body: '<html>Sign in</html>' }),
      );
      expect(outcome).toMatchObject({ name: 'ServiceError', trouble: 'unreadable' });
      await time.advance(60_000);
      expect(await again()).toMatchObject({ end: 'done', told: 5 });
      for (const { id } of reports) expect(heard(id)).toEqual([1]);
    },
  );

  test('(too many jobs, with whichever status) waits and tells everybody', async () => {
    for (const tooManyJobsStatus of [429, 422, 503]) {
      const opened = openBroadcast({ reports: 250, settings: { mostJobs: 1, tooManyJobsStatus } });
      const { run, ports, incident, reports, heard } = opened;
      expect(await run(broadcast(ports, incident.id, 1))).toMatchObject({ end: 'done', told: 250 });
      for (const { id } of reports) expect(heard(id)).toEqual([1]);
    }
  });
});
