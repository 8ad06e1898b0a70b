import { describe, expect, test } from 'vitest';
import { createPendo } from '../../src/adapters/pendo/pendo.ts';
import { createSlack } from '../../src/adapters/slack/slack.ts';
import { createWebhook } from '../../src/adapters/slack/webhook.ts';
import { createStatuspage } from '../../src/adapters/statuspage/statuspage.ts';
import { type ChatMessage, chatRoot, chatUpdate } from '../../src/domain/chatText.ts';
import { cleanText } from '../../src/domain/markup.ts';
import { noticeOf, noticeText } from '../../src/domain/notice.ts';
import { readFeed } from '../../src/domain/noticeFeed.ts';
import { pageUpdate } from '../../src/domain/pageText.ts';
import { channelFacts, channelWords } from '../domain/channelSample.ts';
import { HOSTILE, type Hostile } from '../domain/hostile.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openChannels } from './openChannels.ts';

/** What people write to call somebody, to lead somewhere or to shape a text, beside the table that all parts share. */
const FOR_CHANNELS: readonly Hostile[] = [
  { name: 'a call of everybody', text: 'Help <!channel> <!here> <!everyone>' },
  { name: 'a call with a label', text: '<!here|here> <!subteam^S012|@ops>' },
  { name: 'a call of a person', text: '<@U012ABCDEF> <@W012ABCDEF|sam>' },
  { name: 'bare names', text: '@here @channel @everyone @sam.osei #general' },
  { name: 'a channel', text: '<#C012ABCDEF|general>' },
  { name: 'a link under another name', text: '<https://evil.example/login|our status page>' },
  { name: 'an address', text: 'Log in at https://evil.example/login?x=1&y=2 or evil.example' },
  { name: 'a mail link', text: '<mailto:pay@evil.example|Write us>' },
  { name: 'a date of Slack', text: '<!date^1392734382^{date_long}^https://evil.example|today>' },
  { name: 'calls spelled in entities', text: '&lt;!channel&gt; &amp;lt;!here&amp;gt;' },
  { name: 'a call in two lines', text: '<!chan\nnel> <\n!here>' },
  { name: 'a call that the cut could end', text: `${'x'.repeat(2_890)}<!channel>` },
  { name: 'marks of mrkdwn', text: '*bold* _italic_ ~gone~ `code` ```block``` > quote\n> quote' },
  { name: 'emoji by name', text: ':rotating_light: :white_check_mark: all fine' },
  { name: 'a fence that is left open', text: '```\nthe rest' },
  { name: 'a Markdown link', text: '[status page](https://evil.example) ![x](https://evil.example/x.png)' },
  {
    name: 'a page that is written to',
    text: '<a href="https://evil.example">here</a><img src=x onerror=alert(1)>',
  },
  { name: '64 kB of calls', text: '<!channel> '.repeat(6_000) },
  { name: '64 kB of ampersands', text: '&'.repeat(64 * 1024) },
  { name: '64 kB without a blank', text: '☎'.repeat(64 * 1024) },
];
const TEXTS = [...HOSTILE, ...FOR_CHANNELS];
const CHANNELS = ['the root', 'a declaration', 'an update', 'a webhook'] as const;

const traffic = keepTraffic('adapters-channels-hostile');
const words = channelWords();

/** An incident in which every text that somebody writes is this one. */
function factsOf(text: string) {
  const gate = { kind: 'override', by: text, reason: text, at: '2026-11-23T11:20:00Z' } as const;
  const eta = { text, by: text };
  const different = { title: text, symptoms: text, eta, jiraKey: text };
  return { ...channelFacts(different, { extra: text, gate, eta }), jiraUrl: undefined };
}

describe(`${TEXTS.length} hostile texts, in every place of ${CHANNELS.length} messages to Slack, of the status page and of the notice in the product`, () => {
  test.each(TEXTS)('$name', async ({ text }) => {
    const opened = openChannels({ traffic });
    const { client, clock, time, world } = opened;
    const facts = factsOf(text);
    const slack = createSlack(client, clock, { channel: 'C041000002' });
    const hook = createWebhook(client, clock);
    const declared = { ...facts, incident: { ...facts.incident, update: undefined } };
    const missed = [{ n: 1, stage: 'investigating', symptoms: text, at: '2026-11-23T11:00:00Z' } as const];
    const say: Record<(typeof CHANNELS)[number], (message: ChatMessage) => Promise<unknown>> = {
      'the root': (message) => slack.post(message),
      'a declaration': (message) => slack.post(message),
      'an update': (message) => slack.post(message),
      'a webhook': (message) => unrecorded(world, () => hook.post(message)),
    };
    for (const each of CHANNELS) {
      const message =
        each === 'the root'
          ? chatRoot(facts, words)
          : each === 'a declaration'
            ? chatRoot(declared, words)
            : chatUpdate(facts, words, each === 'a webhook', Array(20).fill(missed[0]));
      await time.advance(1_000);
      await time.run(say[each](message));
      const shown = world.slack.channel('support_tech').messages.at(-1)!;
      expect(shown.mentions).toEqual([]);
      expect(shown.unfurled).toEqual([]);
      expect(
        shown.links.filter((link) => link !== 'https://harborgifts.zendesk.com/agent/tickets/100'),
      ).toEqual([]);
      expect(spoken(shown.lines)).toContain(begin(text));
    }
    const root = world.slack.channel('support_tech').messages[0]!;
    await time.run(slack.edit({ channel: 'C041000002', ts: root.ts }, chatUpdate(facts, words)));
    expect(root.mentions).toEqual([]);
    expect(spoken(root.lines)).toContain(begin(text));

    const article = world.helpCenter.article(NOTICE.article);
    const guide = createPendo(client, clock, {
      by: 'guide',
      host: 'app.pendo.io',
      guide: NOTICE.guide,
      article: String(NOTICE.article),
    });
    const noticed = noticeText(facts.incident, words, text, 'en');
    await time.run(guide.publish('en-us', [noticeOf(facts.incident, noticed, clock.now())]));
    const body = article.translations.get('en-us')?.body ?? '';
    expect(body).toMatch(/^<pre>[^<>&]*<\/pre>$/);
    expect(body).not.toMatch(/\{\{|\{%|[^ -~]/);
    expect(body.length).toBeLessThan(64 * 1024);
    const [shownThere] = readFeed(body);
    expect(shownThere).toMatchObject(noticed);
    expect(spoken([shownThere!.text])).toContain(begin(text).slice(0, 30));

    const page = createStatuspage(client, clock, {
      page: world.statuspage.id,
      components: [],
      writesToSubscribers: false,
    });
    const { id } = await time.run(page.create(pageUpdate(facts, words)));
    const { name, updates } = world.statuspage.incident(id);
    for (const written of [name, updates[0]!.body]) {
      expect(written).not.toMatch(/<[a-z/!?]|&[#a-z]|\]\(/i);
      expect(spoken([written])).toContain(begin(text).slice(0, 30));
    }
  });
});

/** The beginning of a text as its readers see it, whatever its blanks. */
const begin = (text: string) => spoken([cleanText(text)]).slice(0, 60);
const spoken = (lines: readonly string[]) =>
  lines.join(' ').replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();

// Webhooks are in no description that the traffic could be checked against.
async function unrecorded<T>(world: { traffic?: unknown }, act: () => Promise<T>): Promise<T> {
  const kept = world.traffic;
  delete world.traffic;
  try {
    return await act();
  } finally {
    world.traffic = kept;
  }
}
