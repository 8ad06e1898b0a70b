import type { Clock } from './clock.ts';

/** A message as Slack keeps it. */
export interface SlackMessage {
  /** Its identity within the channel: seconds and a counter, always growing. */
  readonly ts: string;
  readonly by: 'bot' | 'webhook' | 'somebody';
  /** What notifications and screen readers say; all there is to see where there are no blocks. */
  text: string;
  blocks: readonly unknown[];
  metadata: unknown;
  /** The message that this one answers. */
  readonly threadTs?: string;
  /** A reply that is shown in the channel, too. */
  readonly isBroadcast: boolean;
  /** What readers see, one line each. */
  lines: readonly string[];
  /** Whom it calls, as Slack has understood it: `@channel`, `@U012`, `#C012` … */
  mentions: readonly string[];
  /** Where it leads, whether somebody meant it or Slack has made links of words. */
  links: readonly string[];
  /** Links that Slack shows a preview of. */
  unfurled: readonly string[];
  editedAt?: number;
}

export interface SlackChannel {
  readonly id: string;
  name: string;
  isPrivate: boolean;
  isArchived: boolean;
  /** Only some may post. */
  isReadOnly: boolean;
  hasBot: boolean;
  readonly messages: SlackMessage[];
}

/** One Slack workspace with one app in it. */
export interface Slack {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: { readonly id: string; readonly userId: string; readonly name: string };
  token: string;
  /** What has become of the token since. */
  tokenTrouble?: 'token_revoked' | 'account_inactive' | 'token_expired';
  readonly scopes: Set<string>;
  /** What comes after `https://hooks.slack.com/services/`, and the channel that it leads to. */
  readonly hook: { path: string; channel: string };
  readonly channels: Map<string, SlackChannel>;
  /** The channel with this name. */
  channel(name: string): SlackChannel;
  addChannel(channel: Partial<SlackChannel> & { name: string }): SlackChannel;
  nextTs(): string;
}

/** The company's Slack, with the channels that its support team uses. */
export function createSlack(clock: Clock): Slack {
  let count = 0;
  const slack: Slack = {
    team: { id: 'T04HARBOR', name: 'Harbor Gifts', domain: 'harborgifts' },
    bot: { id: 'B04ALLCLEAR', userId: 'U04ALLCLEAR', name: 'Allclear' },
    token: 'workspace-slack-token',
    scopes: new Set(['chat:write', 'channels:read']),
    hook: { path: 'T04HARBOR/B04HOOK/workspace-slack-webhook', channel: 'support_tech' },
    channels: new Map(),
    channel(name) {
      const found = [...slack.channels.values()].find((channel) => channel.name === name);
      if (!found) throw new Error(`The world's Slack has no channel #${name}.`);
      return found;
    },
    addChannel(channel) {
      const id = channel.id ?? `C04${String(1_000_001 + slack.channels.size)}`;
      const complete = { ...NEW_CHANNEL, messages: [], ...channel, id };
      slack.channels.set(id, complete);
      return complete;
    },
    nextTs: () => `${Math.floor(clock.now() / 1_000)}.${String(++count).padStart(6, '0')}`,
  };
  slack.addChannel({ name: 'general', hasBot: false });
  slack.addChannel({ name: 'support_tech' });
  slack.addChannel({ name: 'engineering', hasBot: false });
  return slack;
}

const NEW_CHANNEL = { isPrivate: false, isArchived: false, isReadOnly: false, hasBot: true };
