import { describe, expect, test } from 'vitest';
import { adfOfText } from '../world/jira/adf.ts';
import { openJira } from './askJira.ts';

const fields = (more: Record<string, unknown> = {}) => ({
  project: { key: 'PAY' },
  issuetype: { name: 'Bug' },
  summary: 'Checkout is down',
  ...more,
});

describe('An issue', () => {
  test('is filed with its text, its label and its property, and is there to read', async () => {
    const { post, get, world } = openJira();
    const made = await post<{ id: string; key: string }>('/issue', {
      fields: fields({
        description: adfOfText('Donors see 502.'),
        labels: ['allclear'],
        priority: { name: 'High' },
      }),
      properties: [{ key: 'allclear.incident', value: { ticket: 12 } }],
    });
    expect(made).toMatchObject({ status: 201, body: { key: 'PAY-125' } });
    expect(made.body.id).not.toBe(made.body.key);
    const { body } = await get(
      `/issue/${made.body.id}?fields=summary,status,priority,assignee,updated,resolution,resolutiondate,statuscategorychangedate,labels,project&properties=allclear.incident`,
    );
    expect(body).toMatchObject({
      key: 'PAY-125',
      fields: {
        status: { name: 'To Do', statusCategory: { key: 'new' } },
        priority: { name: 'High' },
        assignee: null,
        resolution: null,
        labels: ['allclear'],
        project: { key: 'PAY' },
      },
      properties: { 'allclear.incident': { ticket: 12 } },
    });
    expect(world.issue('PAY-125').values.reporter.displayName).toBe('Allclear');
  });

  test('that lacks what its type demands is refused, field by field', async () => {
    const { post, jira } = openJira();
    const refused = await post('/issue', {
      fields: { project: { key: 'PAY' }, issuetype: { name: 'Incident' }, nonsense: 1 },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: {
        errorMessages: [],
        errors: {
          summary: 'You must specify a summary of the issue.',
          customfield_10041: 'Severity is required.',
          nonsense: "Field 'nonsense' cannot be set. It is not on the appropriate screen, or unknown.",
        },
      },
    });
    expect(jira.issues.size).toBe(1);
  });

  test('takes a choice by id or by value, and no other', async () => {
    const { post, world } = openJira();
    const incident = (value: unknown) =>
      post<{ key: string }>('/issue', {
        fields: fields({ issuetype: { name: 'Incident' }, customfield_10041: value }),
      });
    const made = await incident({ value: 'Sev 1' });
    expect(world.issue(made.body.key).values.fields.get('customfield_10041')).toMatchObject({
      value: 'Sev 1',
    });
    expect((await incident({ value: 'Sev 9' })).body).toMatchObject({
      errors: { customfield_10041: "Option value 'Sev 9' is not valid" },
    });
  });

  test('text is a document in version 3, and a string in version 2', async () => {
    const { post, get } = openJira();
    const refused = await post('/issue', { fields: fields({ description: 'plain' }) });
    expect(refused.body).toMatchObject({
      errors: { description: expect.stringContaining('Atlassian Document') },
    });
    const two = openJira({}, { version: 2 });
    const made = await two.post<{ key: string }>('/issue', { fields: fields({ description: 'a\n\nb' }) });
    expect((await two.get(`/issue/${made.body.key}?fields=description`)).body).toMatchObject({
      fields: { description: 'a\n\nb' },
    });
    expect((await get('/issue/PAY-124?fields=description')).body).toMatchObject({
      fields: { description: null },
    });
  });
});

describe('What people do in Jira', () => {
  test('a moved issue keeps its id and answers to both keys, in the other team’s words', async () => {
    const { get, jira, issue, key } = openJira();
    jira.move(key, 'OPS');
    const { body } = await get(`/issue/${key}?fields=project,status`);
    expect(body).toMatchObject({
      id: issue.id,
      key: 'OPS-31',
      fields: {
        project: { key: 'OPS' },
        status: { name: 'In Arbeit', statusCategory: { key: 'indeterminate' } },
      },
    });
    expect((await get('/issue/OPS-31')).status).toBe(200);
  });

  test('a deleted issue is gone, under its key and its id', async () => {
    const { get, put, jira, issue, key } = openJira();
    jira.remove(key);
    for (const name of [key, issue.id]) expect((await get(`/issue/${name}`)).status).toBe(404);
    expect((await put(`/issue/${key}`, { fields: { summary: 'A' } })).status).toBe(404);
  });

  test('a status says since when, and reopening takes the resolution away', async () => {
    const { get, jira, key, clock } = openJira();
    const fields = 'fields=status,resolution,resolutiondate,statuscategorychangedate';
    await clock.advance(600_000);
    jira.transition(key, 'Done');
    const doneAt = new Date(clock.now()).toISOString().replace('Z', '+0000');
    await clock.advance(600_000);
    expect((await get(`/issue/${key}?${fields}`)).body).toMatchObject({
      fields: {
        status: { statusCategory: { key: 'done' } },
        resolution: { name: 'Done' },
        resolutiondate: doneAt,
        statuscategorychangedate: doneAt,
      },
    });
    jira.transition(key, 'Reopen');
    expect((await get(`/issue/${key}?${fields}`)).body).toMatchObject({
      fields: {
        status: { statusCategory: { key: 'indeterminate' } },
        resolution: null,
        resolutiondate: null,
      },
    });
  });

  test('labels are added and taken away one by one, and a field is written in one place alone', async () => {
    const { put, issue, key } = openJira();
    await put(`/issue/${key}`, { update: { labels: [{ add: 'a' }, { add: 'b' }, { remove: 'a' }] } });
    expect(issue.values.labels).toEqual(['b']);
    const both = { fields: { labels: ['c'] }, update: { labels: [{ add: 'd' }] } };
    expect((await put(`/issue/${key}`, both)).status).toBe(400);
    expect((await put(`/issue/${key}`, { fields: { labels: ['e f'] } })).body).toMatchObject({
      errors: { labels: "The label 'e f' contains spaces which is invalid." },
    });
    expect(issue.values.labels).toEqual(['b']);
  });
});
