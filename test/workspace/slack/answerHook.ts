import { type Answer, type Call, UnknownCall } from '../world/call.ts';
import type { SlackMessage } from '../world/slack.ts';
import type { World } from '../world/world.ts';
import { slackTooMany } from './answerSlack.ts';
import { readMessage } from './readMessage.ts';

/**
 * An incoming webhook: its address is the secret, its channel is fixed, and its answer says nothing of what was posted.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function answerHook(world: World, call: Call, url: URL): Answer {
  const { hook, channels } = world.slack;
  if (call.method !== 'POST' || !url.pathname.startsWith('/services/'))
    throw new UnknownCall(`${call.method} ${url.pathname}: no such route in the workspace`);
  if (url.pathname !== `/services/${hook.path}`) return text(404, 'no_service');
  const channel = [...channels.values()].find(({ name }) => name === hook.channel);
  if (!channel) return text(404, 'channel_not_found');
  if (channel.isArchived) return text(410, 'channel_is_archived');
  if (channel.isReadOnly) return text(403, 'action_prohibited');
  const limit = { most: 1, ms: 1_000 };
  const key = `slack chat.postMessage ${channel.id}`;
  if (world.settings.limits !== false && !world.limiter.take(key, limit))
    return slackTooMany(world.limiter.read(key, limit).resets);
  if (typeof call.body !== 'object' || call.body === null) return text(400, 'invalid_payload');
  const content = readMessage(call.body, 'post');
  if ('error' in content) return text(400, content.error);
  const message: SlackMessage = {
    ts: world.slack.nextTs(),
    by: 'webhook',
    isBroadcast: false,
    ...content,
  };
  channel.messages.push(message);
  world.changes.emit({ kind: 'slack', channelId: channel.id });
  return text(200, 'ok');
}

const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body,
});
