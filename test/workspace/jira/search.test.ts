import { describe, expect, test } from 'vitest';
import { openJira } from './askJira.ts';

interface Found {
  issues: { id: string; key?: string; fields?: object }[];
  isLast: boolean;
  nextPageToken?: string;
}

function openSearch() {
  const opened = openJira();
  const { jira, post, world } = opened;
  jira.remove(opened.key);
  const at = world.clock.now() - 60_000;
  const add = (summary: string, more = {}) => jira.addIssue({ summary, at, ...more });
  const find = async (jql: string, more = {}) => {
    const { body } = await post<Found>('/search/jql', { jql, fields: ['summary'], ...more });
    return (body.issues ?? []).map(({ key }) => key);
  };
  return { ...opened, add, find };
}

describe('A search', () => {
  test('answers ids alone unless fields are asked for, page by page and without a total', async () => {
    const { post, add } = openSearch();
    const ids = [add('A'), add('B'), add('C')].map(({ id }) => id).reverse();
    const first = await post<Found>('/search/jql', { jql: 'project = PAY', maxResults: 2 });
    expect(first.body).toEqual({
      issues: ids.slice(0, 2).map((id) => ({ id })),
      isLast: false,
      nextPageToken: expect.any(String),
    });
    const { nextPageToken } = first.body;
    const next = await post<Found>('/search/jql', { jql: 'project = PAY', maxResults: 2, nextPageToken });
    expect(next.body).toEqual({ issues: [{ id: ids[2] }], isLast: true });
    expect((await post('/search/jql', { jql: 'project = OPS', nextPageToken })).status).toBe(400);
    expect((await post('/search/approximate-count', { jql: 'project = PAY' })).body).toEqual({ count: 3 });
  });

  test('finds by project, label, words and key', async () => {
    const { add, find } = openSearch();
    const a = add('Donation form returns errors', { labels: ['allclear-12'] }).values.key;
    const b = add('Receipts late', { description: 'The donation form is fine.', project: 'OPS' }).values.key;
    expect(await find('labels = "allclear-12"')).toEqual([a]);
    expect(await find('project = PAY AND summary ~ "donation error"')).toEqual([a]);
    expect(await find('text ~ "donation form" order by created DESC')).toEqual([b, a]);
    expect(await find('summary ~ "donat*"')).toEqual([a]);
    expect(await find(`key = ${a}`)).toEqual([a]);
    expect(
      await find('project in (PAY, OPS) AND resolution is EMPTY AND statusCategory != Done'),
    ).toHaveLength(2);
    expect(await find('summary ~ "say \\"hi\\""')).toEqual([]);
  });

  test.each([
    ['', 'Unbounded JQL queries'],
    ['order by created', 'Unbounded JQL queries'],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['key = PAY-9999', "An issue with key 'PAY-9999' does not exist"],
    ['wizard = 1', "Field 'wizard' does not exist"],
    ['summary ~ "*x"', 'not allowed to start with'],
    ['summary ~ "a [b"', 'Unable to parse the text'],
    ['summary ~ "a', 'has not been completed'],
    ['summary ~ a@b', 'reserved JQL character'],
    ['project PAY', 'Expecting operator'],
  ])('for %s is refused in Jira’s words', async (jql, why) => {
    const { post } = openSearch();
    const refused = await post<{ errorMessages: string[] }>('/search/jql', { jql });
    expect(refused.status).toBe(400);
    expect(refused.body.errorMessages.join()).toContain(why);
  });

  test('does not see what has just happened, unless it is told where to look', async () => {
    const { post, find, clock, jira } = openSearch();
    const made = await post<{ id: string; key: string }>('/issue', {
      fields: { project: { key: 'PAY' }, issuetype: { name: 'Bug' }, summary: 'New', labels: ['fresh'] },
    });
    expect(await find('labels = fresh')).toEqual([]);
    expect(await find('labels = fresh', { reconcileIssues: [Number(made.body.id)] })).toEqual([
      made.body.key,
    ]);
    await clock.advance(3000);
    expect(await find('labels = fresh')).toEqual([made.body.key]);
    jira.edit(made.body.id, { labels: [] });
    expect(await find('labels = fresh')).toEqual([made.body.key]);
    await clock.advance(3000);
    expect(await find('labels = fresh')).toEqual([]);
  });

  test('the old way is gone, and says where to go', async () => {
    const { get, post } = openSearch();
    for (const { status, body } of [
      await get('/search?jql=project=PAY'),
      await post('/search', { jql: 'project = PAY' }),
    ]) {
      expect(status).toBe(410);
      expect(JSON.stringify(body)).toContain('/rest/api/3/search/jql');
    }
    expect((await get('/issue/createmeta')).status).toBe(410);
  });

  test('shows nothing of a project the account may not see', async () => {
    const { add, find, jira } = openSearch();
    add('Secret', { project: 'OPS' });
    jira.account.permissionsIn.set('OPS', new Set());
    expect(await find('summary ~ "secret"')).toEqual([]);
    expect(await find('project = OPS')).toEqual([]);
  });
});

test('the picker finds by part of a key or a summary', async () => {
  const { get, add } = openSearch();
  add('Donation <form>');
  const { body } = await get('/issue/picker?query=donation%20%3C&currentJQL=project%20%3D%20PAY');
  expect(body).toMatchObject({
    sections: [{ issues: [{ summaryText: 'Donation <form>', summary: 'Donation &lt;form&gt;' }] }],
  });
});
