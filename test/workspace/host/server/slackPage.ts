import type { SlackChannel, SlackMessage } from '../../world/slack.ts';
import type { World } from '../../world/world.ts';
import type { ShownChannel, ShownMessage, ShownSlack, SlackAction } from '../slackShown.ts';
import type { PlaceApi } from './placeApi.ts';

const HOSTS = ['slack.com', 'hooks.slack.com'];

/** Slack as the page shows it, and what people do there. */
export const slackPage: PlaceApi = {
  read(world, name): ShownSlack | undefined {
    const channel = channelOf(world, name);
    if (!channel) return undefined;
    const roots = channel.messages.filter(({ threadTs }) => !threadTs);
    return {
      team: world.slack.team.name,
      isDown: world.down.has('slack.com'),
      channels: [...world.slack.channels.values()].map(showChannel),
      channel: {
        ...showChannel(channel),
        messages: roots.map((root) => showMessage(world, channel, root)),
      },
    };
  },
  act(world, name, wanted) {
    const channel = channelOf(world, name);
    if (!channel) return;
    switch ((wanted as SlackAction).do) {
      case 'invite':
      case 'remove':
        channel.hasBot = (wanted as SlackAction).do === 'invite';
        break;
      case 'archive':
      case 'unarchive':
        channel.isArchived = (wanted as SlackAction).do === 'archive';
        break;
      case 'take down':
        for (const host of HOSTS) world.takeDown(host);
        break;
      case 'bring back':
        for (const host of HOSTS) world.bringBack(host);
    }
    world.changes.emit({ kind: 'slack', channelId: channel.id });
  },
};

// Without a name, the first channel that the app is in.
function channelOf({ slack }: World, name: string): SlackChannel | undefined {
  const all = [...slack.channels.values()];
  return name ? all.find((channel) => channel.name === name) : (all.find(({ hasBot }) => hasBot) ?? all[0]);
}

function showChannel({ id, name, isPrivate, isArchived, hasBot, messages }: SlackChannel): ShownChannel {
  return { id, name, isPrivate, isArchived, hasBot, count: messages.length };
}

function showMessage(world: World, channel: SlackChannel, message: SlackMessage): ShownMessage {
  const { ts, by, blocks, lines, mentions, editedAt, isBroadcast } = message;
  const replies = channel.messages.filter(({ threadTs }) => threadTs === ts);
  return {
    ts,
    at: Number(ts.split('.')[0]) * 1_000,
    by: by === 'somebody' ? 'Somebody' : world.slack.bot.name,
    isWebhook: by === 'webhook',
    blocks,
    lines,
    mentions,
    isEdited: editedAt !== undefined,
    isBroadcast,
    replies: replies.map((reply) => showMessage(world, channel, reply)),
  };
}
