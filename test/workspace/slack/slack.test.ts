import { describe, expect, test } from 'vitest';
import { createWorld } from '../world/world.ts';
import { askSlack } from './askSlack.ts';

function open() {
  const world = createWorld();
  const { slack } = world;
  const channel = slack.channel('support_tech');
  const last = () => channel.messages.at(-1)!;
  return { world, slack, channel, last, ...askSlack(world) };
}

describe('Slack lets the app in', () => {
  test('with its token, and says who it is', async () => {
    expect((await open().get('auth.test')).body).toMatchObject({
      ok: true,
      user: 'allclear',
      team_id: 'T04HARBOR',
    });
  });

  test.each([
    ['no token', {}, 'not_authed'],
    ['an empty one', { authorization: 'Bearer ' }, 'not_authed'],
    ['another one', { authorization: 'Bearer xoxb-other' }, 'invalid_auth'],
  ])('or not: with %s', async (_, headers, error) => {
    const answer = await open().get('auth.test', headers);
    expect(answer).toMatchObject({ status: 200, body: { ok: false, error } });
  });

  test('and not any more once the token is revoked, nor where a scope is missing', async () => {
    const { slack, post, channel } = open();
    slack.scopes.delete('chat:write');
    expect(await post('chat.postMessage', { channel: channel.id, text: 'Hi' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
    });
    slack.tokenTrouble = 'token_revoked';
    expect(await post('chat.postMessage', { channel: channel.id, text: 'Hi' })).toMatchObject({
      error: 'token_revoked',
    });
  });

  test('but knows no method that is not in its table', async () => {
    const { get } = open();
    await expect(get('conversations.history')).rejects.toThrow(
      'GET /api/conversations.history: no such route',
    );
  });
});

describe('A channel', () => {
  test('is found by its name in the list, archived ones left out, page by page', async () => {
    const { get, slack } = open();
    slack.channel('general').isArchived = true;
    const first = (await get('conversations.list?limit=1&exclude_archived=true')).body;
    expect(first).toMatchObject({ channels: [{ name: 'support_tech', is_member: true }] });
    const { next_cursor } = first.response_metadata as { next_cursor: string };
    expect(
      (await get(`conversations.list?limit=1&exclude_archived=true&cursor=${next_cursor}`)).body,
    ).toMatchObject({
      channels: [{ name: 'engineering', is_member: false }],
      response_metadata: { next_cursor: '' },
    });
  });

  test('takes a message by id and by name; the answer has its id and the message’s ts', async () => {
    const { post, channel, last } = open();
    for (const name of [channel.id, '#support_tech', 'support_tech'])
      expect(await post('chat.postMessage', { channel: name, text: 'Hello' })).toMatchObject({
        ok: true,
        channel: channel.id,
        ts: last().ts,
      });
    expect(channel.messages.map(({ lines }) => lines)).toEqual([['Hello'], ['Hello'], ['Hello']]);
    expect(new Set(channel.messages.map(({ ts }) => ts)).size).toBe(3);
  });

  test.each([
    ['that does not exist', 'channel_not_found', () => '#nowhere'],
    [
      'without the app',
      'not_in_channel',
      ({ slack }: ReturnType<typeof open>) => slack.channel('engineering').id,
    ],
    [
      'that is private and without the app',
      'channel_not_found',
      ({ slack }: ReturnType<typeof open>) =>
        slack.addChannel({ name: 'secret', isPrivate: true, hasBot: false }).id,
    ],
    [
      'that is archived',
      'is_archived',
      ({ slack }: ReturnType<typeof open>) => slack.addChannel({ name: 'old', isArchived: true }).id,
    ],
    [
      'where only some may post',
      'restricted_action_read_only_channel',
      ({ slack }: ReturnType<typeof open>) => slack.addChannel({ name: 'news', isReadOnly: true }).id,
    ],
  ])('%s refuses one, with status 200', async (_, error, channelOf) => {
    const opened = open();
    const channel = channelOf(opened);
    expect(await opened.post('chat.postMessage', { channel, text: 'Hello' })).toEqual({ ok: false, error });
  });

  test('takes one message a second; the next is a 429 that says how long to wait', async () => {
    const { postNow, channel, clock, slack } = open();
    const say = (id = channel.id) => postNow('chat.postMessage', { channel: id, text: 'Hello' });
    expect((await say()).status).toBe(200);
    expect(await say()).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1' },
      body: { error: 'ratelimited' },
    });
    slack.channel('general').hasBot = true;
    expect((await say(slack.channel('general').id)).status).toBe(200);
    await clock.advance(1_000);
    expect((await say()).status).toBe(200);
  });
});

describe('A message', () => {
  test('can be answered in its thread, and the reply shown in the channel too', async () => {
    const { post, channel, last, get } = open();
    const { ts } = await post('chat.postMessage', { channel: channel.id, text: 'Root' });
    await post('chat.postMessage', {
      channel: channel.id,
      text: 'Reply',
      thread_ts: ts,
      reply_broadcast: true,
    });
    expect(last()).toMatchObject({ threadTs: ts, isBroadcast: true });
    expect(
      await post('chat.postMessage', { channel: channel.id, text: 'x', thread_ts: '1.000001' }),
    ).toMatchObject({
      error: 'cannot_reply_to_message',
    });
    expect((await get(`chat.getPermalink?channel=${channel.id}&message_ts=${ts}`)).body).toMatchObject({
      permalink: `https://harborgifts.slack.com/archives/${channel.id}/p${String(ts).replace('.', '')}`,
    });
  });

  test('is edited in place by its channel’s id and its ts; without blocks it loses those it had', async () => {
    const { post, channel, last } = open();
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'One' } }];
    const { ts } = await post('chat.postMessage', { channel: channel.id, text: 'One', blocks });
    const edit = (args: object) => post('chat.update', { channel: channel.id, ts, parse: 'none', ...args });
    expect(await edit({ text: 'Two' })).toMatchObject({ ok: true, ts, text: 'Two' });
    expect(last()).toMatchObject({ lines: ['Two'], blocks: [], editedAt: expect.any(Number) });
    expect(channel.messages).toHaveLength(1);
    expect(await edit({ text: 'x'.repeat(4_001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await edit({ text: 'Two', ts: '1.000001' })).toMatchObject({ error: 'message_not_found' });
    expect(await edit({ text: 'Two', channel: '#support_tech' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  const rich = (...elements: object[]) => [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
  ];
  test.each([
    ['everybody in the channel', { text: 'Look <!channel>' }, ['@channel']],
    ['a person and a team', { text: '<@U012ABC> <!subteam^S01|@ops>' }, ['@S01', '@U012ABC']],
    ['nobody once it is escaped', { text: 'Look &lt;!channel&gt; &lt;@U012ABC&gt;' }, []],
    ['nobody by a bare name', { text: '@here @channel #general', parse: 'none' }, []],
    [
      'whoever has that name, with parse full',
      { text: '@here #general', parse: 'full' },
      ['#general', '@here'],
    ],
    [
      'nobody from plain text',
      { text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: '<!here>' } }] },
      [],
    ],
    [
      'people from mrkdwn in a block',
      { text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }] },
      ['@here'],
    ],
    ['nobody from a text element', { text: 'x', blocks: rich({ type: 'text', text: '<!here> @here' }) }, []],
    [
      'people from an element that says so',
      { text: 'x', blocks: rich({ type: 'broadcast', range: 'here' }) },
      ['@here'],
    ],
  ])('calls %s', async (_, args, mentions) => {
    const { post, channel, last } = open();
    expect(await post('chat.postMessage', { channel: channel.id, ...args })).toMatchObject({ ok: true });
    expect(last().mentions.toSorted()).toEqual(mentions);
  });

  test('makes links of words, unless that is forbidden, and previews them unless that is', async () => {
    const { post, channel, last } = open();
    const say = (args: object) =>
      post('chat.postMessage', { channel: channel.id, text: 'See https://evil.example', ...args });
    await say({});
    expect(last()).toMatchObject({ links: ['https://evil.example'], unfurled: ['https://evil.example'] });
    await say({ parse: 'none', unfurl_links: false, unfurl_media: false });
    expect(last()).toMatchObject({ links: [], unfurled: [] });
    await say({ text: '<https://evil.example|our status page>', parse: 'none' });
    expect(last()).toMatchObject({ links: ['https://evil.example'], lines: ['our status page'] });
  });

  const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
  test.each([
    ['nothing to say', { text: '' }, 'no_text'],
    ['51 blocks', { blocks: Array.from({ length: 51 }, () => section('x')) }, 'invalid_blocks'],
    ['a section of 3,001 signs', { blocks: [section('x'.repeat(3_001))] }, 'invalid_blocks'],
    ['an empty text', { blocks: [section('')] }, 'invalid_blocks'],
    ['an empty text element', { blocks: rich({ type: 'text', text: '' }) }, 'invalid_blocks'],
    [
      'a header in mrkdwn',
      { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] },
      'invalid_blocks',
    ],
    ['a block of no kind', { blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
    ['blocks that are no list', { blocks: {} }, 'invalid_blocks_format'],
    [
      '14,000 signs in all',
      { blocks: Array.from({ length: 7 }, () => section('x'.repeat(2_000))) },
      'msg_blocks_too_long',
    ],
    [
      'too much metadata',
      { text: 'x', metadata: { event_payload: { x: 'x'.repeat(17_000) } } },
      'metadata_too_large',
    ],
  ])('is refused with %s', async (_, args, error) => {
    const { post, channel } = open();
    expect(await post('chat.postMessage', { channel: channel.id, ...args })).toEqual({ ok: false, error });
    expect(channel.messages).toEqual([]);
  });
});

describe('An incoming webhook', () => {
  test('says ok and nothing else', async () => {
    const { hook, slack, last } = open();
    expect(await hook(slack.hook.path, { text: 'Hello' })).toMatchObject({ status: 200, body: 'ok' });
    expect(last()).toMatchObject({ by: 'webhook', lines: ['Hello'] });
  });

  test('refuses in plain text', async () => {
    const { hook, slack, channel, clock } = open();
    expect(await hook('T0/B0/other', { text: 'x' })).toMatchObject({ status: 404, body: 'no_service' });
    expect(await hook(slack.hook.path, 'hello')).toMatchObject({ status: 400, body: 'invalid_payload' });
    await clock.advance(1_000);
    expect(await hook(slack.hook.path, {})).toMatchObject({ status: 400, body: 'no_text' });
    channel.isReadOnly = true;
    expect(await hook(slack.hook.path, { text: 'x' })).toMatchObject({
      status: 403,
      body: 'action_prohibited',
    });
    channel.isArchived = true;
    expect(await hook(slack.hook.path, { text: 'x' })).toMatchObject({
      status: 410,
      body: 'channel_is_archived',
    });
  });

  test('leaves messages that nobody can edit', async () => {
    const { hook, slack, last, post, channel } = open();
    await hook(slack.hook.path, { text: 'Hello' });
    expect(await post('chat.update', { channel: channel.id, ts: last().ts, text: 'Changed' })).toMatchObject({
      error: 'cant_update_message',
    });
  });
});
