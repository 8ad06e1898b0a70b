/** What the Slack page shows. */
export interface ShownSlack {
  team: string;
  isDown: boolean;
  channels: readonly ShownChannel[];
  /** The channel that is open. */
  channel: ShownChannel & { messages: readonly ShownMessage[] };
}

export interface ShownChannel {
  id: string;
  name: string;
  isPrivate: boolean;
  isArchived: boolean;
  hasBot: boolean;
  count: number;
}

export interface ShownMessage {
  ts: string;
  at: number;
  by: string;
  isWebhook: boolean;
  blocks: readonly unknown[];
  lines: readonly string[];
  mentions: readonly string[];
  isEdited: boolean;
  isBroadcast: boolean;
  replies: readonly ShownMessage[];
}

/** What a person does on the page. */
export type SlackAction =
  | { do: 'invite' | 'remove' | 'archive' | 'unarchive' }
  | { do: 'take down' | 'bring back' };
