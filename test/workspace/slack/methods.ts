import type { Answer } from '../world/call.ts';
import type { Limit } from '../world/settings.ts';
import type { SlackChannel, SlackMessage } from '../world/slack.ts';
import type { World } from '../world/world.ts';
import { readMessage } from './readMessage.ts';

export interface Request {
  readonly world: World;
  /** Of the query or the body, whichever the method has. */
  readonly args: Readonly<Record<string, unknown>>;
}

export interface SlackMethod {
  readonly verbs: readonly ('GET' | 'POST')[];
  readonly scope?: string;
  /** https://docs.slack.dev/apis/web-api/rate-limits; per token, unless it says of what. */
  readonly limit: Limit & { of?(args: Request['args']): string };
  answer(request: Request): Answer;
}

const MINUTE = 60_000;
const perMinute = (most: number): Limit => ({ most, ms: MINUTE });

/** The methods of Slack's Web API that the workspace knows, by name. */
export const methods: Readonly<Record<string, SlackMethod>> = {
  'auth.test': { verbs: ['GET', 'POST'], limit: perMinute(300), answer: authTest },
  'conversations.list': { verbs: ['GET'], scope: 'channels:read', limit: perMinute(20), answer: list },
  'conversations.info': { verbs: ['GET'], scope: 'channels:read', limit: perMinute(50), answer: info },
  'chat.getPermalink': { verbs: ['GET'], limit: perMinute(300), answer: permalink },
  'chat.postMessage': {
    verbs: ['POST'],
    scope: 'chat:write',
    limit: { most: 1, ms: 1_000, of: ({ channel }) => String(channel) },
    answer: post,
  },
  'chat.update': { verbs: ['POST'], scope: 'chat:write', limit: perMinute(50), answer: update },
};

function authTest({ world: { slack } }: Request) {
  const { team, bot } = slack;
  const url = `https://${team.domain}.slack.com/`;
  return done({
    url,
    team: team.name,
    user: bot.name.toLowerCase(),
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.id,
  });
}

// Private channels are listed only to those who ask for them and have a scope of its own, which this app has not.
function list({ world: { slack }, args }: Request) {
  const hidesArchived = String(args.exclude_archived) === 'true';
  const rows = [...slack.channels.values()].filter(
    ({ isPrivate, isArchived }) => !isPrivate && !(hidesArchived && isArchived),
  );
  const from = args.cursor ? rows.findIndex(({ id }) => id === args.cursor) : 0;
  if (from < 0) return failed('invalid_cursor');
  const size = Math.min(Number(args.limit ?? 100) || 100, 1_000);
  const next = rows[from + size]?.id ?? '';
  const channels = rows.slice(from, from + size).map(wireChannel);
  return done({ channels, response_metadata: { next_cursor: next } });
}

function info({ world: { slack }, args }: Request) {
  const channel = slack.channels.get(String(args.channel));
  return channel && !(channel.isPrivate && !channel.hasBot)
    ? done({ channel: wireChannel(channel) })
    : failed('channel_not_found');
}

function permalink({ world: { slack }, args }: Request) {
  const channel = slack.channels.get(String(args.channel));
  if (!channel) return failed('channel_not_found');
  const message = channel.messages.find(({ ts }) => ts === args.message_ts);
  if (!message) return failed('message_not_found');
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const address = `https://${slack.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  return done({ channel: channel.id, permalink: address + thread });
}

function post({ world, args }: Request) {
  const { slack } = world;
  const channel = channelOf(world, args.channel);
  if (!channel) return failed('channel_not_found');
  const refusal = refusalOf(world, channel);
  if (refusal) return failed(refusal);
  const content = readMessage(args, 'post');
  if ('error' in content) return failed(content.error);
  const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : undefined;
  if (threadTs && !channel.messages.some(({ ts }) => ts === threadTs))
    return failed('cannot_reply_to_message');
  const message: SlackMessage = {
    ts: slack.nextTs(),
    by: 'bot',
    isBroadcast: threadTs !== undefined && args.reply_broadcast === true,
    ...(threadTs ? { threadTs } : {}),
    ...content,
  };
  channel.messages.push(message);
  world.changes.emit({ kind: 'slack', channelId: channel.id });
  return done({ channel: channel.id, ts: message.ts, message: wireMessage(world, message) });
}

function update({ world, args }: Request) {
  // By its id alone, says the page.
  const channel = world.slack.channels.get(String(args.channel));
  if (!channel) return failed('channel_not_found');
  const message = channel.messages.find(({ ts }) => ts === args.ts);
  if (!message) return failed('message_not_found');
  if (message.by !== 'bot' || channel.isArchived) return failed('cant_update_message');
  const content = readMessage({ unfurl_links: false, unfurl_media: false, ...args }, 'update');
  if ('error' in content) return failed(content.error);
  const metadata = args.metadata === undefined ? message.metadata : args.metadata;
  Object.assign(message, content, { metadata, editedAt: world.clock.now() });
  world.changes.emit({ kind: 'slack', channelId: channel.id });
  const { ts, text } = message;
  return done({ channel: channel.id, ts, text, message: wireMessage(world, message) });
}

/** A channel by its id, or by its name with or without `#`; of private ones the id alone is known. */
function channelOf({ slack }: World, name: unknown): SlackChannel | undefined {
  const wanted = String(name).replace(/^#/, '');
  const named = [...slack.channels.values()].find((each) => each.name === wanted && !each.isPrivate);
  return slack.channels.get(String(name)) ?? named;
}

function refusalOf({ slack }: World, channel: SlackChannel): string | undefined {
  if (channel.isArchived) return 'is_archived';
  const mayEnter = channel.hasBot || (!channel.isPrivate && slack.scopes.has('chat:write.public'));
  if (!mayEnter) return channel.isPrivate ? 'channel_not_found' : 'not_in_channel';
  return channel.isReadOnly ? 'restricted_action_read_only_channel' : undefined;
}

function wireChannel({ id, name, isArchived, isPrivate, hasBot }: SlackChannel) {
  return {
    id,
    name,
    name_normalized: name,
    is_archived: isArchived,
    is_private: isPrivate,
    is_member: hasBot,
    is_channel: !isPrivate,
    is_group: isPrivate,
  };
}

function wireMessage({ slack }: World, { ts, text, blocks, threadTs, editedAt }: SlackMessage) {
  return {
    type: 'message',
    text,
    ts,
    user: slack.bot.userId,
    bot_id: slack.bot.id,
    team: slack.team.id,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(editedAt ? { edited: { user: slack.bot.userId, ts: `${Math.floor(editedAt / 1_000)}.000000` } } : {}),
  };
}

const done = (body: object): Answer => ({ status: 200, headers: {}, body: { ok: true, ...body } });

/** Slack's failures are answers like any other, but for `ok`. */
export const failed = (error: string, more: object = {}): Answer => ({
  status: 200,
  headers: {},
  body: { ok: false, error, ...more },
});
