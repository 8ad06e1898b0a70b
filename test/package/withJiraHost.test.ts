import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { HOSTILE } from '../domain/hostile.ts';
import { jiraHostIn, withJiraHost } from './withJiraHost.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pack = new Map([
  ['assets/a.js', bytes('1')],
  ['manifest.json', bytes(JSON.stringify(manifest))],
]);
const manifestIn = (made: ReadonlyMap<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(made.get('manifest.json')));

test('the manifest names the host of the account’s Jira, and nothing else is different', () => {
  const made = withJiraHost(pack, 'Acme.atlassian.net');
  expect(manifestIn(made)).toEqual({
    ...manifest,
    domainWhitelist: [...manifest.domainWhitelist, 'acme.atlassian.net'],
  });
  expect([...made.keys()]).toEqual([...pack.keys()]);
  expect(made.get('assets/a.js')).toBe(pack.get('assets/a.js'));
  expect(manifestIn(withJiraHost(made, 'acme.atlassian.net'))).toEqual(manifestIn(made));
});

test.each(
  [
    ...[
      '',
      'https://acme.atlassian.net',
      'acme.atlassian.net/',
      'acme',
      '*.atlassian.net',
      'acme.atlassian.net:443',
    ],
    ...['{{setting.jira_site}}', '10.0.0.1', 'localhost', '-a.example', 'a..example', 'a b.example'],
  ].map((host) => [host]),
)('“%s” is no host, and makes no package', (host) => {
  expect(() => withJiraHost(pack, host)).toThrow('plain host');
});

test(`${HOSTILE.length} hostile texts make no package`, () => {
  for (const { name, text } of HOSTILE) expect(() => withJiraHost(pack, text), name).toThrow();
});

test('the command line names one host, none, or something that nobody knows', () => {
  expect(jiraHostIn([])).toBeUndefined();
  expect(jiraHostIn(['--jira-host', 'a.example'])).toBe('a.example');
  expect(jiraHostIn(['--jira-host=a.example'])).toBe('a.example');
  expect(jiraHostIn(['--jira-host'])).toBe('');
  expect(() => jiraHostIn(['--host', 'a.example'])).toThrow('no option');
  expect(() => jiraHostIn(['--jira-host', 'a.example', 'b.example'])).toThrow('no option');
});
