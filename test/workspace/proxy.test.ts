import { expect, test } from 'vitest';
import { routeRequest } from './proxy.ts';
import type { InstalledApp } from './zaf/installedApp.ts';
import type { RequestOptions } from './zaf/request.ts';

const app: InstalledApp = {
  name: 'Allclear',
  version: '1.0.0',
  sidebar: 'assets/index.html',
  domainWhitelist: ['api.atlassian.com', 'slack.com'],
  parameters: [
    { name: 'jira_email' },
    { name: 'jira_token', secure: true, scopes: ['basic_auth_password'] },
    { name: 'slack_token', secure: true, scopes: ['header'] },
    { name: 'anywhere', secure: true },
  ],
  settings: { jira_email: 'a@b.c', jira_token: 'J', slack_token: 'S', anywhere: 'A' },
};

const route = (options: RequestOptions) => {
  const routed = routeRequest(app, 'harborgifts', 1, options);
  if ('refusal' in routed) throw new Error(String(routed.refusal.body));
  return routed.call;
};

test('a call to the own account carries the session, and its placeholders go out literally', () => {
  const call = route({ url: '/api/v2/search.json?query={{setting.anywhere}}', secure: true });
  expect(call).toMatchObject({ agent: 1, url: '/api/v2/search.json?query={{setting.anywhere}}' });
  expect(route({ url: 'https://harborgifts.zendesk.com/api/v2/users/me' })).toMatchObject({ agent: 1 });
});

test('a foreign host gets secure settings where their scopes allow it', () => {
  const call = route({
    url: 'https://slack.com/api/{{setting.slack_token}}/{{setting.anywhere}}',
    type: 'POST',
    secure: true,
    headers: { Authorization: 'Bearer {{setting.slack_token}}', X_Lost: '1' },
    contentType: 'application/json',
    data: JSON.stringify({ text: '{{setting.slack_token}} {{setting.anywhere}}' }),
  });
  expect(call.url).toBe('https://slack.com/api/{{setting.slack_token}}/A');
  expect(call.headers).toEqual({ authorization: 'Bearer S', 'content-type': 'application/json' });
  expect(call.body).toEqual({ text: '{{setting.slack_token}} A' });
  expect(call).not.toHaveProperty('agent');
});

test('basic auth is joined and encoded on the way', () => {
  const call = route({
    url: 'https://api.atlassian.com/ex/jira/1/rest/api/3/myself',
    secure: true,
    headers: { Authorization: 'Basic {{basic_auth.token}}' },
    basic_auth: { username: 'a@b.c', password: '{{setting.jira_token}}' },
  });
  expect(call.headers.authorization).toBe(`Basic ${btoa('a@b.c:J')}`);
});

test('what is recorded holds the placeholders and no secret', () => {
  const call = route({
    url: 'https://slack.com/api/chat.postMessage',
    secure: true,
    headers: { Authorization: 'Bearer {{setting.slack_token}}' },
  });
  expect(call.asMade).toEqual({
    url: 'https://slack.com/api/chat.postMessage',
    headers: { authorization: 'Bearer {{setting.slack_token}}' },
  });
});

test('without secure nothing is filled in', () => {
  const call = route({ url: 'https://slack.com/api/api.test?x={{setting.anywhere}}' });
  expect(call.url).toContain('{{setting.anywhere}}');
});

test('a host that the manifest does not list is not reached', () => {
  expect(() => route({ url: 'https://evil.example/', secure: true })).toThrow('Proxy error: Invalid request');
  expect(() => route({ url: 'https://sub.slack.com/', secure: true })).toThrow(
    'Proxy error: Invalid request',
  );
});

test('cors is a plain fetch: neither session nor settings', () => {
  const call = route({ url: 'https://evil.example/?x={{setting.anywhere}}', cors: true, secure: true });
  expect(call).toEqual({ method: 'GET', url: 'https://evil.example/?x={{setting.anywhere}}', headers: {} });
});
