import type { ChannelsSetUp } from '../domain/channelSettings.ts';
import type { GuideSetUp } from '../domain/guideSettings.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { Clock } from '../ports.ts';
import type { ZafClient } from './zaf/client.ts';

/** The channels that the account has set up, each loaded by the first who tells it something; the others are absent. */
export function connectChannels(
  client: ZafClient,
  clock: Clock,
  { chat, guide, statusPage }: ChannelsSetUp & GuideSetUp,
): Pick<BroadcastPorts, 'chat' | 'guide' | 'statusPage'> {
  return {
    ...(chat && {
      chat: once(async () =>
        chat.by === 'bot'
          ? (await import('./slack/slack.ts')).createSlack(client, clock, chat)
          : (await import('./slack/webhook.ts')).createWebhook(client, clock),
      ),
    }),
    ...(guide?.by === 'guide' && {
      guide: once(async () => (await import('./pendo/pendo.ts')).createPendo(client, clock, guide)),
    }),
    ...(statusPage && {
      statusPage: once(async () =>
        (await import('./statuspage/statuspage.ts')).createStatuspage(client, clock, statusPage),
      ),
    }),
  };
}

// A file that could not be loaded is asked for again.
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
