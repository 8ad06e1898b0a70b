import * as v from 'valibot';
import type { ChatSettings } from '../../domain/channelSettings.ts';
import type { ChatMessage, Posted } from '../../domain/chatText.ts';
import type { ChatCheck, ThreadedChat } from '../../ports/chat.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import { readFrom } from '../read.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { toBlocks, toFallback } from './richText.ts';
import { SERVICE, slackError } from './troubles.ts';

const API = 'https://slack.com/api/';
// https://docs.slack.dev/reference/methods/conversations.list: fewer are better for it than the 1,000 it allows.
const PAGE = 200;

/** Slack, by a bot's token that only Zendesk's proxy knows. */
export function createSlack(
  client: ZafClient,
  clock: Clock,
  { channel: wanted }: Pick<ChatSettings, 'channel'>,
): ThreadedChat {
  async function call<Schema extends v.GenericSchema>(
    schema: Schema,
    method: string,
    request: Partial<ZafRequest>,
  ) {
    const { body } = await send(client, clock, SERVICE, {
      url: API + method,
      headers: { Authorization: 'Bearer {{setting.slack_token}}' },
      secure: true,
      ...request,
    });
    // A failure is an answer like any other: https://docs.slack.dev/apis/web-api/#responses
    const { ok, error = '' } = readFrom(SERVICE, Outcome, body, method);
    if (!ok) throw slackError(error, (request.type ?? 'GET') === 'GET');
    return readFrom(SERVICE, schema, body, method);
  }
  const post = async (method: string, args: object): Promise<Posted> => {
    const { channel, ts } = await call(WirePosted, method, {
      type: 'POST',
      contentType: 'application/json; charset=utf-8',
      data: JSON.stringify(args),
    });
    return { channel, ts };
  };

  async function findChannel(): Promise<string> {
    if (/^[CG][A-Z0-9]{6,}$/.test(wanted)) return wanted;
    const name = wanted.replace(/^#/, '').toLowerCase();
    try {
      for (let cursor = ''; ; ) {
        const query = new URLSearchParams({
          exclude_archived: 'true',
          limit: String(PAGE),
          ...(cursor && { cursor }),
        });
        const page = await call(WireChannels, `conversations.list?${query}`, {});
        const found = page.channels.find((channel) => channel.name === name);
        if (found) return found.id;
        cursor = page.response_metadata?.next_cursor ?? '';
        if (!cursor) throw slackError('channel_not_found', true);
      }
    } catch (error) {
      // Posting takes a name as well, and tells the id; only in some organizations it does not.
      if (error instanceof ServiceError && error.code === 'missing_scope') return `#${name}`;
      throw error;
    }
  }
  let known: Promise<string> | undefined;
  const channelOf = () => {
    known ??= findChannel();
    known.catch(() => {
      known = undefined;
    });
    return known;
  };

  async function lookAtChannel(): Promise<ChatCheck['channel']> {
    try {
      const id = await channelOf();
      if (id.startsWith('#')) return 'hidden';
      const { channel } = await call(
        WireInfo,
        `conversations.info?${new URLSearchParams({ channel: id })}`,
        {},
      );
      const { name = id, is_member: isMember = false, is_archived: isArchived = false } = channel;
      return { name, isMember, isArchived };
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'channel_not_found') return 'missing';
      if (error instanceof ServiceError && error.code === 'missing_scope') return 'hidden';
      throw error;
    }
  }

  return {
    keeps: 'threads',
    post: async (message) => post('chat.postMessage', { ...toPost(message), channel: await channelOf() }),
    reply: (to, message, isLoud) =>
      post('chat.postMessage', {
        ...toPost(message),
        channel: to.channel,
        thread_ts: to.ts,
        reply_broadcast: isLoud,
      }),
    async edit({ channel, ts }, message) {
      await post('chat.update', { ...toContent(message), link_names: false, channel, ts });
    },
    async urlOf({ channel, ts }) {
      const query = new URLSearchParams({ channel, message_ts: ts });
      return (await call(WirePermalink, `chat.getPermalink?${query}`, {})).permalink;
    },
    async check() {
      const { team, user: bot } = await call(WireSelf, 'auth.test', {});
      return { team, bot, channel: await lookAtChannel() };
    },
  };
}

// An edit falls back to rules that make links and mentions of words, so `parse` is said always.
// https://docs.slack.dev/reference/methods/chat.update
const toContent = (message: ChatMessage) => ({
  text: toFallback(message),
  blocks: toBlocks(message),
  parse: 'none',
  metadata: { event_type: 'allclear_update', event_payload: message.about },
});

const toPost = (message: ChatMessage) => ({
  ...toContent(message),
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
});

const Outcome = v.object({ ok: v.boolean(), error: v.optional(v.string()) });
const WirePosted = v.object({ channel: v.string(), ts: v.string() });
const WirePermalink = v.object({ permalink: v.string() });
const WireSelf = v.object({ team: v.string(), user: v.string() });
const WireInfo = v.object({
  channel: v.object({
    name: v.optional(v.string()),
    is_member: v.optional(v.boolean()),
    is_archived: v.optional(v.boolean()),
  }),
});
const WireChannels = v.object({
  channels: v.array(v.object({ id: v.string(), name: v.optional(v.string()) })),
  response_metadata: v.optional(v.nullable(v.object({ next_cursor: v.optional(v.string()) }))),
});
