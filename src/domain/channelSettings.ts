/** How the team's chat is reached. */
export interface ChatSettings {
  /** With a bot's token, messages are answered and edited; an incoming webhook takes them, and no more. */
  readonly by: 'bot' | 'webhook';
  /** The channel's id, such as C0123456789, or its name. A webhook has its own. */
  readonly channel: string;
}

export interface PageSettings {
  readonly page: string;
  /** Ids of the components that an incident is shown on. */
  readonly components: readonly string[];
  /** Whether everybody who follows the page is written to. */
  readonly writesToSubscribers: boolean;
}

export type ChannelSetting =
  | 'slack_by'
  | 'slack_channel'
  | 'statuspage_page'
  | 'statuspage_components'
  | 'statuspage_subscribers';

export interface ChannelsSetUp {
  readonly chat: ChatSettings | undefined;
  readonly statusPage: PageSettings | undefined;
}

/** Which channels the account has set up. Their secrets can't be seen from here, so another setting says it. */
export function readChannels(text: (name: ChannelSetting) => string): ChannelsSetUp {
  const by = text('slack_by').toLowerCase();
  const channel = text('slack_channel');
  const page = text('statuspage_page');
  return {
    chat: by === 'bot' || by === 'webhook' ? { by, channel } : undefined,
    statusPage: ID.test(page)
      ? {
          page,
          components: text('statuspage_components')
            .split(/[\s,;]+/)
            .filter((id) => ID.test(id)),
          writesToSubscribers: text('statuspage_subscribers').toLowerCase() === 'write',
        }
      : undefined,
  };
}

// An id becomes part of an address.
const ID = /^[a-z0-9]{4,40}$/i;
