import { expect, test } from 'vitest';
import { readSettings } from '../../src/domain/settings.ts';
import { HOSTILE } from './hostile.ts';

const CLOUD = {
  jira_site: 'https://acme.atlassian.net/',
  jira_cloud_id: '5f2c0e7a-91d4-4b6e-8a3d-7c1b0e9f2a64',
  jira_project: 'pay',
  jira_email: 'bot@acme.example',
};

test('an account that set nothing has no Jira, and lacks nothing', () => {
  expect(readSettings({})).toMatchObject({ jira: undefined, jiraLacks: [] });
  expect(readSettings({ jira_site: 'acme.atlassian.net' })).toMatchObject({ jira: undefined, jiraLacks: [] });
});

test('Jira Cloud is set up with a project, an account and a way to the site', () => {
  expect(readSettings(CLOUD)).toMatchObject({
    jiraSite: 'acme.atlassian.net',
    jira: {
      kind: 'cloud',
      site: 'acme.atlassian.net',
      cloudId: CLOUD.jira_cloud_id,
      project: 'PAY',
      email: 'bot@acme.example',
    },
    jiraLacks: [],
  });
  expect(readSettings({ ...CLOUD, jira_site: '' }).jira).toBeDefined();
  expect(readSettings({ ...CLOUD, jira_cloud_id: '' }).jira).toBeDefined();
});

test.each([
  ['jira_project', 'jira_project'],
  ['jira_email', 'jira_email'],
])('without %s it is not, and that is said', (name, lacking) => {
  expect(readSettings({ ...CLOUD, [name]: ' ' })).toMatchObject({ jira: undefined, jiraLacks: [lacking] });
});

test('without a way to the site its ID is what is missing', () => {
  const settings = readSettings({ ...CLOUD, jira_cloud_id: '', jira_site: '' });
  expect(settings).toMatchObject({ jira: undefined, jiraLacks: ['jira_cloud_id'] });
});

test('Data Center needs its address and a project, and no e-mail', () => {
  const raw = {
    jira_kind: 'Data Center',
    jira_project: 'PAY',
    jira_site: 'https://Jira.acme.example:8443/jira/browse/PAY-1',
  };
  expect(readSettings(raw)).toMatchObject({
    jiraSite: 'jira.acme.example:8443/jira',
    jira: { kind: 'data center', site: 'jira.acme.example:8443/jira' },
  });
  expect(readSettings({ ...raw, jira_site: '' })).toMatchObject({
    jira: undefined,
    jiraLacks: ['jira_site'],
  });
});

test(`${HOSTILE.length} hostile texts as settings never change where requests go`, () => {
  for (const { name, text } of HOSTILE)
    for (const kind of ['cloud', 'data center']) {
      const raw = {
        jira_kind: kind,
        jira_site: text,
        jira_cloud_id: text,
        jira_project: text,
        jira_email: text,
      };
      const { jiraSite, jira } = readSettings(raw);
      expect(jiraSite, name).toMatch(/^[a-z0-9.-]*(:\d+)?(\/[\w-]+)*$/);
      expect(`${jira?.project ?? ''}${jira?.cloudId ?? ''}`, name).toMatch(/^[\w-]*$/);
      expect(jira?.email ?? '', name).not.toMatch(/[\s:{}]/);
    }
});
