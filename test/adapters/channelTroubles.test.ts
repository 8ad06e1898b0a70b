import { describe, expect, test } from 'vitest';
import { createSlack } from '../../src/adapters/slack/slack.ts';
import { createStatuspage } from '../../src/adapters/statuspage/statuspage.ts';
import { chatRoot } from '../../src/domain/chatText.ts';
import { channelFacts, channelWords } from '../domain/channelSample.ts';
import type { Fault } from '../workspace/world/faults.ts';
import { driven } from './driven.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openChannels } from './openChannels.ts';

const traffic = keepTraffic('adapters-channel-troubles');
const ROOT = chatRoot(channelFacts(), channelWords());
const UPDATE = {
  account: 'a',
  incident: 1,
  n: 1,
  name: 'x',
  body: 'y',
  stage: 'investigating',
  severity: 2,
} as const;

function open(channel = '#support_tech', isRecorded = true) {
  const opened = openChannels(isRecorded ? { traffic } : {});
  const { client, clock, time, world } = opened;
  const page = { page: world.statuspage.id, components: [], writesToSubscribers: false };
  return {
    ...opened,
    slack: world.slack,
    said: () => [...world.slack.channels.values()].flatMap(({ messages }) => messages),
    chat: driven(createSlack(client, clock, { channel }), time),
    page: driven(createStatuspage(client, clock, page), time),
  };
}
type Opened = ReturnType<typeof open>;

describe('what Slack refuses, with a status of 200', () => {
  const it = (change: (opened: Opened) => void, channel?: string) => {
    const opened = open(channel);
    change(opened);
    return { ...opened, refusal: opened.chat.post(ROOT) };
  };

  test.each<[string, string, string, (opened: Opened) => void, string?]>([
    [
      'a token that was revoked',
      'signed out',
      'token_revoked',
      ({ slack }) => {
        slack.tokenTrouble = 'token_revoked';
      },
    ],
    [
      'a token of somebody else',
      'signed out',
      'invalid_auth',
      ({ slack }) => {
        slack.token = 'another';
      },
    ],
    ['a channel that does not have the app', 'forbidden', 'not_in_channel', () => {}, '#engineering'],
    [
      'a token that may not write',
      'forbidden',
      'missing_scope',
      ({ slack }) => {
        slack.scopes.delete('chat:write');
      },
    ],
    ['a channel that does not exist', 'missing', 'channel_not_found', () => {}, '#nowhere'],
    ['an id of no channel', 'missing', 'channel_not_found', () => {}, 'C099999999'],
    [
      'a channel that is archived',
      'refused',
      'is_archived',
      ({ slack }) => {
        slack.channel('support_tech').isArchived = true;
      },
      'C041000002',
    ],
    [
      'a channel where only some may post',
      'forbidden',
      'restricted_action_read_only_channel',
      ({ slack }) => {
        slack.channel('support_tech').isReadOnly = true;
      },
    ],
  ])('%s', async (_, trouble, code, change, channel) => {
    const { refusal, said } = it(change, channel);
    await expect(refusal).rejects.toMatchObject({ name: 'ServiceError', service: 'Slack', trouble, code });
    expect(said()).toEqual([]);
  });

  test('without the right to list channels, a name is posted to as it is', async () => {
    const { chat, slack, said } = open();
    slack.scopes.delete('channels:read');
    expect(await chat.post(ROOT)).toMatchObject({ channel: slack.channel('support_tech').id });
    expect(said()).toHaveLength(1);
  });

  test('a channel is looked up once, and again after that has failed', async () => {
    const { chat, world, time } = open();
    world.faults.script({ url: 'conversations.list' }, { kind: 'server-error', status: 503, applied: false });
    await expect(chat.post(ROOT)).rejects.toMatchObject({ trouble: 'down', isRead: true });
    for (let i = 0; i < 2; i++) {
      await chat.post(ROOT);
      await time.advance(1_000);
    }
    const lists = traffic.exchanges.filter(({ request }) => request.url.includes('conversations.list'));
    expect(lists.length).toBeGreaterThan(0);
    expect(traffic.exchanges.slice(-3).map(({ request }) => new URL(request.url).pathname)).toEqual([
      '/api/conversations.list',
      '/api/chat.postMessage',
      '/api/chat.postMessage',
    ]);
  });
});

describe('a service that is not well', () => {
  test.each<[string, Fault, string]>([
    ['no answer', { kind: 'lost', applied: true }, 'unreachable'],
    ['a failure of its own', { kind: 'server-error', status: 503, applied: false }, 'down'],
    ['an answer after half a minute', { kind: 'slow', ms: 60_000 }, 'timed out'],
  ])('%s leaves it open whether it was told', async (_, fault, trouble) => {
    for (const act of [({ chat }: Opened) => chat.post(ROOT), ({ page }: Opened) => page.create(UPDATE)]) {
      const opened = open('C041000002');
      opened.world.faults.script({ method: 'POST' }, fault);
      await expect(act(opened)).rejects.toMatchObject({ trouble, isRead: false });
    }
  });

  test('an internal error of Slack, which comes as an answer, may have worked too', async () => {
    const { chat, world } = open('C041000002');
    world.faults.script(
      { method: 'POST' },
      { kind: 'answer', status: 200, body: { ok: false, error: 'fatal_error' } },
    );
    await expect(chat.post(ROOT)).rejects.toMatchObject({
      trouble: 'down',
      code: 'fatal_error',
      isRead: false,
    });
  });

  test.each([
    ['nothing', undefined],
    ['a page to sign in', '<html>Sign in</html>'],
    ['no ok', { channel: 'C1', ts: '1' }],
    ['a post without its ts', { ok: true, channel: 'C1' }],
  ])('%s from Slack is unreadable, not a crash', async (_, body) => {
    const { chat, world } = open('C041000002', false);
    world.faults.script({}, { kind: 'answer', status: 200, body });
    await expect(chat.post(ROOT)).rejects.toMatchObject({ service: 'Slack', trouble: 'unreadable' });
  });

  test('an incident without its id is unreadable, too', async () => {
    const { page, world } = open('', false);
    world.faults.script({}, { kind: 'answer', status: 200, body: { name: 'x' } });
    await expect(page.read('x')).rejects.toMatchObject({ service: 'Statuspage', trouble: 'unreadable' });
  });
});

describe('what Statuspage refuses', () => {
  test('a key that it does not know', async () => {
    const { page, world } = open();
    world.statuspage.key = 'another';
    await expect(page.create(UPDATE)).rejects.toMatchObject({
      trouble: 'signed out',
      detail: 'Could not authenticate',
    });
  });

  test.each([420, 429] as const)('more than a request a second, with %i', async (status) => {
    const { page, world } = open('', status === 420);
    world.statuspage.limitStatus = status;
    for (let i = 0; i < 60; i++) await page.find(UPDATE);
    await expect(page.create(UPDATE)).rejects.toMatchObject({ trouble: 'too many' });
  });

  test('a component of another page, in its own words', async () => {
    const { client, clock, time, world } = open();
    const settings = { page: world.statuspage.id, components: ['elsewhere'], writesToSubscribers: false };
    await expect(
      driven(createStatuspage(client, clock, settings), time).create(UPDATE),
    ).rejects.toMatchObject({
      trouble: 'refused',
      detail: 'Component does not exist on this page',
    });
    expect(world.statuspage.incidents.size).toBe(0);
  });
});

test('no secret is in what the app writes', () => {
  const written = JSON.stringify(traffic.exchanges.map(({ request }) => request));
  expect(written).toContain('{{setting.slack_token}}');
  expect(written).toContain('{{setting.statuspage_key}}');
  expect(written).not.toMatch(/workspace-\w+-(token|key)/);
});
