import { describe, expect, test } from 'vitest';
import { createSlack } from '../../src/adapters/slack/slack.ts';
import { createWebhook } from '../../src/adapters/slack/webhook.ts';
import { chatRoot, chatUpdate } from '../../src/domain/chatText.ts';
import { channelFacts, channelWords } from '../domain/channelSample.ts';
import { driven } from './driven.ts';
import type { OpenChannels, Wanted } from './openChannels.ts';

const ROOT = chatRoot(channelFacts(), channelWords());
const UPDATE = chatUpdate(channelFacts(), channelWords());

/** What every team chat with threads must do, whichever way its requests travel. */
export function describeThreadedChat(name: string, openChannels: OpenChannels) {
  const open = (channel = '#support_tech', wanted: Wanted = {}) => {
    const opened = openChannels(wanted);
    const { client, clock, time, world } = opened;
    const { messages } = world.slack.channel('support_tech');
    const wait = () => time.advance(1_100);
    return { ...opened, chat: driven(createSlack(client, clock, { channel }), time), messages, wait };
  };

  describe(`${name} as the team chat`, () => {
    test.each(['#support_tech', 'Support_Tech', 'C041000002'])(
      'a message to %s is there to read',
      async (channel) => {
        const { chat, messages, world } = open(channel);
        expect(world.slack.channel('support_tech').id).toBe('C041000002');
        const posted = await chat.post(ROOT);
        expect(messages).toHaveLength(1);
        expect(messages[0]).toMatchObject({ ts: posted.ts, mentions: [], unfurled: [] });
        expect(messages[0]!.lines).toEqual([
          'Donation form returns error 502',
          'Identified · severity 1 · since Nov 23, 10:26 UTC',
          'Donors press Give and see an error.',
          'Fix expected: 12:30 UTC, says Sam Osei (Engineering)',
          'Next update to customers: Nov 23, 11:38 UTC',
          'Incident #100 · PAY-123',
        ]);
        expect(messages[0]!.links).toEqual([
          'https://harborgifts.zendesk.com/agent/tickets/100',
          'https://acme.atlassian.net/browse/PAY-123',
        ]);
        expect(messages[0]!.text).toContain('Identified: Donation form returns error 502');
      },
    );

    test('a reply is in the thread, and in the channel where it is loud', async () => {
      const { chat, messages, wait } = open();
      const root = await chat.post(ROOT);
      for (const isLoud of [false, true]) {
        await wait();
        await chat.reply(root, UPDATE, isLoud);
      }
      expect(messages.map(({ threadTs, isBroadcast }) => [threadTs, isBroadcast])).toEqual([
        [undefined, false],
        [root.ts, false],
        [root.ts, true],
      ]);
    });

    test('an edit replaces the message, calls nobody, and may be repeated', async () => {
      const { chat, messages } = open();
      const root = await chat.post(ROOT);
      const facts = channelFacts({ stage: 'resolved', title: '@here #general <!channel>' });
      for (let i = 0; i < 2; i++) await chat.edit(root, chatRoot(facts, channelWords()));
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ mentions: [], editedAt: expect.any(Number) });
      expect(messages[0]!.lines[1]).toContain('Resolved');
    });

    test('people find it by its address', async () => {
      const { chat } = open();
      const root = await chat.post(ROOT);
      expect(await chat.urlOf(root)).toBe(
        `https://harborgifts.slack.com/archives/C041000002/p${root.ts.replace('.', '')}`,
      );
    });

    test('a message or a thread that somebody has deleted is missing', async () => {
      const { chat, messages } = open();
      const root = await chat.post(ROOT);
      messages.length = 0;
      await expect(chat.edit(root, ROOT)).rejects.toMatchObject({
        trouble: 'missing',
        code: 'message_not_found',
      });
      await open().time.advance(0);
      await expect(chat.urlOf(root)).rejects.toMatchObject({ trouble: 'missing' });
    });

    test('can be tried out without a word being posted', async () => {
      for (const channel of ['#support_tech', 'C041000002']) {
        const { chat, messages } = open(channel);
        expect(await chat.check()).toEqual({
          team: 'Harbor Gifts',
          bot: 'allclear',
          channel: { name: 'support_tech', isMember: true, isArchived: false },
        });
        expect(messages).toEqual([]);
      }
    });

    test('says when we are not in the channel, when it is archived, and when there is none', async () => {
      expect(await open('#engineering').chat.check()).toMatchObject({ channel: { isMember: false } });
      const archived = open('C041000002');
      archived.world.slack.channel('support_tech').isArchived = true;
      expect(await archived.chat.check()).toMatchObject({ channel: { isArchived: true } });
      expect(await open('#nowhere').chat.check()).toMatchObject({ channel: 'missing' });
      expect(await open('C0NOWHERE1').chat.check()).toMatchObject({ channel: 'missing' });
    });

    test('says when we may not look at channels, and when the token is nobody’s', async () => {
      for (const channel of ['#support_tech', 'C041000002']) {
        const { chat, world } = open(channel);
        world.slack.scopes.delete('channels:read');
        expect(await chat.check()).toMatchObject({ channel: 'hidden' });
        world.slack.tokenTrouble = 'token_revoked';
        await expect(chat.check()).rejects.toMatchObject({ trouble: 'signed out', code: 'token_revoked' });
      }
    });

    test('a second message within a second is too soon, and Slack says how long to wait', async () => {
      const { chat, messages, wait } = open();
      const root = await chat.post(ROOT);
      await expect(chat.reply(root, UPDATE, false)).rejects.toMatchObject({
        trouble: 'too many',
        retryAfter: 1,
      });
      await wait();
      await chat.reply(root, UPDATE, false);
      expect(messages).toHaveLength(2);
    });
  });
}

/** What a chat that keeps nothing must do. */
export function describeOneWayChat(name: string, openChannels: OpenChannels) {
  const open = () => {
    const opened = openChannels();
    const { client, clock, time, world } = opened;
    const { messages } = world.slack.channel('support_tech');
    return { ...opened, chat: driven(createWebhook(client, clock), time), messages };
  };

  describe(`${name} as a chat that keeps nothing`, () => {
    test('a message is there to read, and calls nobody', async () => {
      const { chat, messages } = open();
      await chat.post(chatUpdate(channelFacts({ symptoms: '<!here> @channel' }), channelWords(), true));
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ by: 'webhook', mentions: [], unfurled: [] });
      expect(messages[0]!.lines).toContain('<!here> @channel');
    });

    test('an address that nobody knows any more, and a channel that is gone, are named', async () => {
      const { chat, world } = open();
      world.slack.channel('support_tech').isArchived = true;
      await expect(chat.post(ROOT)).rejects.toMatchObject({ code: 'channel_is_archived' });
      Object.assign(world.slack.hook, { path: 'T0/B0/new' });
      await expect(chat.post(ROOT)).rejects.toMatchObject({ trouble: 'missing', code: 'no_service' });
    });
  });
}
