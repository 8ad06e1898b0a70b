import type { OneWayChat } from '../../ports/chat.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import type { ZafClient } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { toBlocks, toFallback } from './richText.ts';
import { SERVICE, slackError } from './troubles.ts';

/**
 * Slack by an incoming webhook, whose address is the secret. Its answer is a plain "ok": nobody learns where the message is.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function createWebhook(client: ZafClient, clock: Clock): OneWayChat {
  return {
    keeps: 'nothing',
    async post(message) {
      const payload = {
        text: toFallback(message),
        blocks: toBlocks(message),
        unfurl_links: false,
        unfurl_media: false,
      };
      await send(client, clock, SERVICE, {
        // The host has to be readable, for the proxy lets through those of the whitelist alone.
        url: 'https://hooks.slack.com/services/{{setting.slack_webhook}}',
        secure: true,
        type: 'POST',
        contentType: 'application/json; charset=utf-8',
        data: JSON.stringify(payload),
      }).catch((error: unknown) => {
        // It refuses in plain text, with names like those of the Web API.
        const isNamed = error instanceof ServiceError && /^[a-z]+(_[a-z]+)+$/.test(error.detail ?? '');
        throw isNamed ? slackError(error.detail ?? '', false) : error;
      });
    },
  };
}
