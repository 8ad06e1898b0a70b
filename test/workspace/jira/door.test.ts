import { describe, expect, test } from 'vitest';
import { APP_SETTINGS } from '../appSettings.ts';
import { openClient } from '../client.ts';
import type { VirtualClock } from '../world/clock.ts';
import { askJira, basic, openJira } from './askJira.ts';

const SITE = { base: 'https://harborgifts.atlassian.net' };

describe('A token', () => {
  test('that is scoped goes to the gateway, and the site’s own host refuses it', async () => {
    const { get, world } = openJira();
    expect(await get('/myself')).toMatchObject({
      status: 200,
      body: { displayName: 'Allclear', emailAddress: APP_SETTINGS.jira_email },
    });
    expect(await askJira(world, SITE).get('/myself')).toMatchObject({ status: 401, body: { errors: {} } });
    world.jira.account.tokenKind = 'unscoped';
    expect((await askJira(world, SITE).get('/myself')).status).toBe(200);
  });

  test('is no good for what it has no scope for, when it is wrong, and when it has expired', async () => {
    const { get, put, key, jira, world, issue } = openJira();
    jira.account.scopes.delete('write:jira-work');
    expect((await get(`/issue/${key}`)).status).toBe(200);
    expect(await put(`/issue/${key}`, { fields: { summary: 'X' } })).toMatchObject({
      status: 401,
      body: { code: 401, message: 'Unauthorized; scope does not match' },
    });
    const wrong = askJira(world, { authorization: basic('incidents@harborgifts.example', 'nope') });
    expect((await wrong.get(`/issue/${key}`)).status).toBe(401);
    jira.account.expired = true;
    expect((await get(`/issue/${key}`)).status).toBe(401);
    expect(issue.values.summary).not.toBe('X');
  });

  test('that has expired may also look like an issue that is not there', async () => {
    const { get, key, jira } = openJira({ jira: { badCredentials: 'anonymous' } });
    jira.account.expired = true;
    expect((await get(`/issue/${key}`)).status).toBe(404);
    expect((await get('/myself')).status).toBe(401);
  });

  test('leads to its own site alone', async () => {
    const { world } = openJira();
    expect(
      (await askJira(world, { base: 'https://api.atlassian.com/ex/jira/other' }).get('/myself')).status,
    ).toBe(404);
  });
});

describe('Rights', () => {
  test('are told by name, for a project or an issue', async () => {
    const { get, key, jira } = openJira();
    jira.account.permissions.delete('LINK_ISSUES');
    const { body } = await get(`/mypermissions?issueKey=${key}&permissions=LINK_ISSUES,CREATE_ISSUES`);
    expect(body).toMatchObject({
      permissions: { LINK_ISSUES: { havePermission: false }, CREATE_ISSUES: { havePermission: true } },
    });
    expect((await get('/mypermissions?projectKey=PAY')).status).toBe(400);
    expect((await get('/mypermissions?permissions=FLY')).status).toBe(400);
  });

  test('without any to browse, there is no issue and no project', async () => {
    const { get, key, jira } = openJira();
    jira.account.permissions.delete('BROWSE_PROJECTS');
    expect(await get(`/issue/${key}`)).toMatchObject({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
    });
    expect((await get('/project/PAY')).status).toBe(404);
  });

  test('without the one to create, nothing can be created', async () => {
    const { get, post, jira } = openJira();
    const fields = { project: { key: 'PAY' }, issuetype: { name: 'Bug' }, summary: 'A' };
    const types = () => get<{ issueTypes: { name: string }[] }>('/issue/createmeta/PAY/issuetypes');
    expect((await types()).body.issueTypes.map(({ name }) => name)).toEqual(['Bug', 'Incident']);
    const { body } = await get<{ fields: { fieldId: string; required: boolean }[] }>(
      '/issue/createmeta/PAY/issuetypes/10002',
    );
    expect(body.fields.find(({ fieldId }) => fieldId === 'customfield_10041')).toMatchObject({
      required: true,
      name: 'Severity',
      allowedValues: [{ value: 'Sev 1' }, {}, {}],
    });
    expect((await get('/issue/createmeta/PAY/issuetypes?maxResults=201')).status).toBe(400);
    jira.account.permissions.delete('CREATE_ISSUES');
    expect((await types()).body.issueTypes).toEqual([]);
    expect((await post('/issue', { fields })).status).toBe(403);
    expect(jira.issues.size).toBe(1);
  });
});

test('a Data Center has version 2, its own tokens, people by name, the old search and values around its pages', async () => {
  const { world, key, jira } = openJira({ jira: { deployment: 'data center' } });
  jira.assign(key, 'Sam Osei');
  const { get } = askJira(world, {
    base: 'https://jira.harborgifts.example',
    authorization: 'Bearer workspace-jira-token',
    version: 2,
  });
  expect((await get(`/issue/${key}?fields=assignee`)).body).toMatchObject({
    fields: { assignee: { name: 'sam.osei' } },
  });
  expect((await get('/search?jql=project=PAY&startAt=0')).body).toMatchObject({ total: 1, startAt: 0 });
  expect((await get('/issue/createmeta/PAY/issuetypes')).body).toMatchObject({
    values: [{}, {}],
    isLast: true,
  });
  await expect(get('/search/jql?jql=project=PAY')).rejects.toThrow('no such route');
  await expect(askJira(world).get('/myself')).rejects.toThrow('no such host');
});

test('the app’s own calls get there with the settings of the workspace', async () => {
  const { world } = openJira();
  const [agent] = world.users.values();
  const ticket = world.addTicket({ subject: 'A', requesterId: agent!.id });
  const { client } = openClient(world, { agent: agent!.id, ticketId: ticket.id, settings: APP_SETTINGS });
  const asked = client.request({
    url: `https://api.atlassian.com/ex/jira/${APP_SETTINGS.jira_cloud_id}/rest/api/3/myself`,
    secure: true,
    headers: { Authorization: 'Basic {{basic_auth.token}}' },
    basic_auth: { username: APP_SETTINGS.jira_email, password: '{{setting.jira_token}}' },
  });
  expect(await (world.clock as VirtualClock).run(asked)).toMatchObject({ displayName: 'Allclear' });
});
