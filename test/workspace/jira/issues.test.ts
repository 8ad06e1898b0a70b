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
      fields: { description: 'a\nb' },
    });
    expect((await get('/issue/PAY-124?fields=description')).body).toMatchObject({
      fields: { description: null },
    });
  });
});
