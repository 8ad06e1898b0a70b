import { expect, test } from 'vitest';
import { openJira } from './askJira.ts';

const quick = { latency: { read: 0, write: 0, jitter: 0 } };
const object = { url: 'https://a.example/', title: 'A' };

test('one issue takes twenty writes in two seconds, and a hundred in thirty', async () => {
  const { put, get, post, key, clock, issue, jira } = openJira(quick);
  const write = (n: number) => post(`/issue/${key}/remotelink`, { globalId: String(n), object });
  for (let n = 0; n < 20; n++) expect((await write(n)).status).toBe(201);
  const late = await write(20);
  expect(late.status).toBe(429);
  expect(late.headers).toMatchObject({
    'retry-after': '2',
    'x-ratelimit-limit': '20',
    'x-ratelimit-remaining': '0',
    'ratelimit-reason': 'jira-per-issue-on-write',
    'x-ratelimit-reset': new Date(clock.now() + 2000).toISOString(),
  });
  expect((await get(`/issue/${key}`)).status).toBe(200);
  const other = jira.addIssue({ summary: 'B' });
  expect((await put(`/issue/${other.id}`, { fields: { summary: 'C' } })).status).toBe(204);

  for (let n = 20; n < 100; n++) {
    if (n % 20 === 0) await clock.advance(2000);
    expect((await write(n)).status).toBe(201);
  }
  await clock.advance(2000);
  expect(await write(100)).toMatchObject({ status: 429, headers: { 'retry-after': '20' } });
  expect(issue.links).toHaveLength(100);
});

test('a burst is stopped for a second', async () => {
  const { get } = openJira(quick);
  for (let n = 0; n < 100; n++) await get('/myself');
  expect(await get('/myself')).toMatchObject({
    status: 429,
    headers: { 'ratelimit-reason': 'jira-burst-based', 'retry-after': '1' },
  });
});

test('limits can be switched off, with those of Zendesk or alone', async () => {
  for (const settings of [{ limits: false as const }, { jira: { limits: false as const } }]) {
    const { post, key, issue } = openJira({ ...quick, ...settings });
    for (let n = 0; n < 120; n++) await post(`/issue/${key}/remotelink`, { globalId: String(n), object });
    expect(issue.links).toHaveLength(120);
  }
});

test('what goes wrong on the way looks like Jira’s', async () => {
  const { world, get, put, post, key, issue } = openJira(quick);
  const isJira = { url: 'api.atlassian.com' };
  world.faults.script(isJira, { kind: 'too-many', retryAfter: 7 });
  expect(await get('/myself')).toMatchObject({
    status: 429,
    headers: { 'retry-after': '7' },
    body: { errorMessages: [expect.any(String)] },
  });
  world.faults.script(isJira, { kind: 'database-conflict' });
  expect(await put(`/issue/${key}`, { fields: { summary: 'A' } })).toMatchObject({
    status: 409,
    body: { errors: {} },
  });
  world.faults.script(isJira, { kind: 'server-error', status: 503, applied: false, retryAfter: 2 });
  expect(await get('/myself')).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  world.faults.script(isJira, { kind: 'lost', applied: true });
  await expect(post(`/issue/${key}/remotelink`, { globalId: '1', object })).rejects.toThrow('no answer');
  expect(issue.links).toHaveLength(1);
  world.takeDown('api.atlassian.com');
  await expect(get('/myself')).rejects.toThrow('no answer');
});
