import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { readSettings, SETTING_DEFAULTS } from '../../src/domain/settings.ts';
import { HOSTILE } from './hostile.ts';

test('an account that set nothing gets sensible defaults', () => {
  expect(readSettings({})).toEqual({
    attachPriority: 'urgent',
    replyLanguage: 'en',
    broadcastGroup: '',
    declareGroup: '',
    resolveGroup: '',
    reviewGroup: '',
    approval: undefined,
    tellsLateByItself: false,
    samePerson: 'full',
    reportStatus: { running: undefined, resolved: undefined },
    requestShare: 0.8,
    relapseAt: 3,
    cadence: { 1: 30, 2: 60, 3: 120 },
    reviewDays: { 1: 5, 2: 5, 3: 10 },
    fieldIds: '',
    jiraSite: '',
    fixedResolutions: [],
    jira: undefined,
    jiraLacks: [],
  });
});

test('every setting we read is a parameter of the manifest with the same default, and none is secret', () => {
  for (const [name, value] of Object.entries(SETTING_DEFAULTS)) {
    const parameter = manifest.parameters.find((each) => each.name === name);
    expect(parameter, name).toBeDefined();
    expect(parameter && 'secure' in parameter && parameter.secure, name).not.toBe(true);
    expect(parameter && 'default' in parameter ? parameter.default : '', name).toBe(value);
  }
});

test.each<[Record<string, unknown>, object | undefined]>([
  [{ approval_severity: '2' }, { severity: 2, reports: Infinity, minutes: 15 }],
  [
    { approval_severity: 'SEV1', approval_minutes: 5 },
    { severity: 1, minutes: 5 },
  ],
  [
    { approval_customers: '500', approval_minutes: '30' },
    { reports: 500, minutes: 30 },
  ],
  [{ approval_severity: 'off', approval_customers: 0 }, undefined],
  [{ approval_severity: 'high', approval_customers: 'many' }, undefined],
])('%j asks for approval by %j', (given, rule) => {
  expect(readSettings(given).approval).toEqual(rule);
});

test('blanks, nulls and numbers count as not set', () => {
  for (const value of [' ', null, undefined, 5, true, {}])
    expect(readSettings({ reply_language: value }).replyLanguage).toBe('en');
});

test.each([
  [15, 15],
  ['45', 45],
  [' 20 ', 20],
  [0, 60],
  [-5, 60],
  ['soon', 60],
  [null, 60],
  [1e9, 1_440],
])('the cadence %j becomes %j minutes', (given, minutes) => {
  expect(readSettings({ cadence_sev2: given }).cadence[2]).toBe(minutes);
});

test.each([
  [undefined, 0.8],
  ['50', 0.5],
  [25, 0.25],
  [0, 0.8],
  [500, 1],
  ['half', 0.8],
])('the share %j becomes %j', (given, share) => {
  expect(readSettings({ request_share: given }).requestShare).toBe(share);
});

test('a priority is read in any case; any other word leaves a ticket’s priority alone', () => {
  expect(readSettings({ attach_priority: ' High ' }).attachPriority).toBe('high');
  expect(readSettings({ attach_priority: 'keep' }).attachPriority).toBeUndefined();
});

test.each([
  ['acme.atlassian.net', 'acme.atlassian.net'],
  [' https://Acme.atlassian.net/browse/PAY-1?x=1 ', 'acme.atlassian.net'],
  ['http://jira.acme.example#top', 'jira.acme.example'],
  ['https://acme.atlassian.net@evil.example', ''],
  ['javascript:alert(1)', ''],
  ['evil.example\\@acme.atlassian.net', ''],
])('the Jira site %j becomes %j', (given, host) => {
  expect(readSettings({ jira_site: given }).jiraSite).toBe(host);
});

test(`${HOSTILE.length} hostile texts as settings never make a link that leads elsewhere`, () => {
  for (const { name, text } of HOSTILE) {
    const settings = readSettings({ attach_priority: text, jira_site: text });
    expect(settings.jiraSite, name).toMatch(/^[a-z0-9.-]*$/);
    if (text.trim()) expect(settings.attachPriority, name).toBeUndefined();
  }
});
