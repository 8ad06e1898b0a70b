import { describe, expect, test } from 'vitest';
import {
  channelsBehind,
  differencesOf,
  differencesUnasked,
  isMendable,
  type Says,
} from '../../src/domain/drift.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { Receipt } from '../../src/domain/record.ts';
import { channelFacts } from './channelSample.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const AT = '2026-11-23T11:50:00Z';
const { incident: SAMPLE } = channelFacts();
const N = SAMPLE.update!.n;
const receipt = (channel: string, outcome: string, n = N): Receipt => ({ channel, n, outcome, at: AT });
const TOLD = ['tickets', 'slack', 'statuspage', 'pendo'].map((channel) => receipt(channel, 'told'));
const told: Incident = { ...SAMPLE, receipts: TOLD };
const resolved: Incident = { ...told, stage: 'resolved', update: { ...told.update!, stage: 'resolved' } };
const issue = (state: Issue['state']): Issue => ({
  id: '1',
  key: 'PAY-123',
  summary: 's',
  status: 'x',
  state,
  updatedAt: AT,
  ...(state === 'done' && { resolution: 'Done' }),
});
const links = (isInLine: boolean) => ({ linked: 3, reports: 4, rest: 0, at: AT, isInLine });
const hour = (over: boolean) => ({ notice: { until: over ? AT : '2026-11-23T12:30:00Z' } });

test.each<[string, Incident, Says, readonly string[]]>([
  ['everybody told', told, { channel: 'tickets', told: 4, total: 4, behind: 0 }, []],
  ['a customer who is not', told, { channel: 'tickets', told: 3, total: 4, behind: 1 }, ['behind']],
  ['Jira with all', told, { channel: 'jira', n: N, issue: issue('started'), links: links(true) }, []],
  [
    'Jira before its links were compared',
    told,
    { channel: 'jira', n: N, issue: issue('started') },
    ['links'],
  ],
  [
    'Jira without the update and a link',
    told,
    { channel: 'jira', n: N - 1, issue: issue('started'), links: links(false) },
    ['behind', 'links'],
  ],
  [
    'an issue that is closed',
    told,
    { channel: 'jira', n: N, issue: issue('done'), links: links(true) },
    ['closed'],
  ],
  [
    'an issue that runs on',
    resolved,
    { channel: 'jira', n: N, issue: issue('started'), links: links(true) },
    ['running'],
  ],
  ['Slack told', told, { channel: 'slack', n: N, isGone: false }, []],
  ['Slack’s message deleted', told, { channel: 'slack', n: N, isGone: true }, ['gone']],
  ['Slack without receipt', SAMPLE, { channel: 'slack', isGone: false }, ['behind']],
  [
    'Slack that would not',
    { ...told, receipts: [receipt('slack', 'failed')] },
    { channel: 'slack', n: N - 1, isGone: false },
    ['behind'],
  ],
  [
    'Slack that never answered',
    { ...told, receipts: [receipt('slack', 'unsure')] },
    { channel: 'slack', n: N - 1, isGone: true },
    ['unsure'],
  ],
  [
    'Slack while somebody tells it',
    {
      ...told,
      receipts: [{ ...receipt('slack', 'telling'), until: new Date(NOW.getTime() + 60_000).toISOString() }],
    },
    { channel: 'slack', n: N - 1, isGone: false },
    [],
  ],
  ['the notice shown', told, { channel: 'pendo', n: N, isPublic: true, isShown: true }, []],
  [
    'an old notice, which says no more than that',
    told,
    { channel: 'pendo', n: N - 1, isPublic: false, isShown: false },
    ['behind'],
  ],
  [
    'an article that is not public',
    told,
    { channel: 'pendo', n: N, isPublic: false, isShown: true },
    ['hidden'],
  ],
  ['a guide that is off', told, { channel: 'pendo', n: N, isPublic: true, isShown: false }, ['off']],
  [
    'the last notice within its hour',
    { ...resolved, ...hour(false) },
    { channel: 'pendo', n: N, isPublic: true, isShown: true },
    [],
  ],
  [
    'the last notice taken away within its hour',
    { ...resolved, ...hour(false) },
    { channel: 'pendo', isPublic: false, isShown: true },
    ['behind'],
  ],
  [
    'a notice after its hour',
    { ...resolved, ...hour(true) },
    { channel: 'pendo', isPublic: false, isShown: false },
    [],
  ],
  [
    'a notice that stayed',
    { ...resolved, ...hour(true) },
    { channel: 'pendo', n: N, isPublic: true, isShown: true },
    ['left over'],
  ],
  ['the page', told, { channel: 'statuspage', n: N, stage: told.stage }, []],
  ['a page that is behind', told, { channel: 'statuspage', n: N - 1, stage: told.stage }, ['behind']],
  ['a page never told', SAMPLE, { channel: 'statuspage' }, ['behind']],
  ['a page whose incident was deleted', told, { channel: 'statuspage' }, ['gone']],
  [
    'a page that somebody set to resolved',
    told,
    { channel: 'statuspage', n: N, stage: 'resolved' },
    ['stage'],
  ],
  ['a page with its post-mortem', resolved, { channel: 'statuspage', n: N, stage: 'postmortem' }, []],
])('%s', (_, incident, says, wanted) => {
  expect(differencesOf(incident, says, NOW)).toEqual(wanted);
});

describe('once the RCA is the newest update', () => {
  const rca = { texts: { en: 'The cause.' }, language: 'en', to: 'all' } as const;
  const sent: Incident = { ...resolved, receipts: [], update: { ...resolved.update!, n: N + 1, rca } };
  test('Slack, the product and the page are not behind, for it is not for them', () => {
    const told: Says[] = [
      { channel: 'slack', n: N, isGone: false },
      { channel: 'pendo', isPublic: true, isShown: false },
      { channel: 'statuspage', n: N, stage: 'resolved' },
    ];
    for (const says of told) expect(differencesOf(sent, says, NOW)).toEqual([]);
    expect(
      channelsBehind({ ...sent, receipts: [receipt('tickets', 'told', N + 1)] }, ['slack', 'jira'], NOW),
    ).toEqual([{ channel: 'jira', state: 'missing', has: undefined }]);
  });

  test('a page that somebody has set to another stage is marked all the same', () => {
    expect(differencesOf(sent, { channel: 'statuspage', n: N, stage: 'monitoring' }, NOW)).toEqual(['stage']);
    expect([isMendable('stage', sent), isMendable('stage', told)]).toEqual([false, true]);
  });
});

test.each<[string, Receipt[], readonly string[]]>([
  ['would not be told', [...TOLD, receipt('jira', 'failed')], ['behind']],
  ['was told', [...TOLD, receipt('jira', 'told')], []],
  ['may have been told', [...TOLD, receipt('jira', 'unsure')], []],
])('a channel that does not answer and %s', (_, receipts, wanted) => {
  expect(differencesUnasked({ ...SAMPLE, receipts }, 'jira', NOW)).toEqual(wanted);
  expect(differencesUnasked({ ...SAMPLE, receipts }, 'tickets', NOW)).toEqual([]);
});

test('what Engineering says and what nobody knows is a person’s to mend', () => {
  expect(
    (['closed', 'ended', 'reopened', 'running', 'unsure'] as const).some((each) => isMendable(each)),
  ).toBe(false);
  expect(
    (['behind', 'gone', 'stage', 'hidden', 'off', 'left over', 'links'] as const).every((each) =>
      isMendable(each),
    ),
  ).toBe(true);
});

describe('channels behind, by the receipts alone', () => {
  const channels = ['slack', 'statuspage', 'jira'];
  test('are none while customers are being told, and those without a receipt after', () => {
    expect(channelsBehind({ ...SAMPLE, receipts: [] }, channels, NOW)).toEqual([]);
    const summary = [receipt('tickets', 'told')];
    expect(channelsBehind({ ...SAMPLE, receipts: summary }, ['slack'], NOW)).toEqual([
      { channel: 'slack', state: 'missing', has: undefined },
    ]);
  });

  test('are those that would not or may not have, with what they have', () => {
    const receipts = [receipt('slack', 'failed'), receipt('statuspage', 'unsure'), receipt('jira', 'told')];
    expect(channelsBehind({ ...SAMPLE, receipts, heard: { slack: N - 2 } }, channels, NOW)).toEqual([
      { channel: 'slack', state: 'failed', has: N - 2 },
      { channel: 'statuspage', state: 'unknown', has: undefined },
    ]);
  });
});
