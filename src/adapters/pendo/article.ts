import * as v from 'valibot';
import { readFeed, writeFeed } from '../../domain/noticeFeed.ts';
import type { InAppGuide } from '../../ports/guide.ts';
import type { Clock } from '../../ports.ts';
import { readFrom } from '../read.ts';
import type { ZafClient } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';

const SERVICE = 'Help Center';

/** An article of the account's Help Center as what the product reads, written with the agent's own rights. */
export function createArticle(
  client: ZafClient,
  clock: Clock,
  article: string,
): Pick<InAppGuide, 'pages' | 'publish'> {
  const path = `/api/v2/help_center/articles/${article}`;
  return {
    async pages() {
      const url = `${path}/translations.json?per_page=100`;
      const [shown, translated] = await Promise.all([
        send(client, clock, SERVICE, { url: `${path}.json` }),
        send(client, clock, SERVICE, { url }),
      ]);
      const { draft, user_segment_id } = readFrom(SERVICE, WireArticle, shown.body, 'article').article;
      const { translations } = readFrom(SERVICE, WireTranslations, translated.body, 'translations');
      // "Set to null to make it accessible to everyone":
      // https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/
      const isForAll = !draft && user_segment_id === null;
      return translations.map(({ locale, body, ...its }) => ({
        locale,
        isPublic: isForAll && !its.draft && !its.hidden,
        notices: readFeed(body ?? ''),
      }));
    },
    async publish(locale, notices) {
      await send(client, clock, SERVICE, {
        url: `${path}/translations/${encodeURIComponent(locale)}.json`,
        type: 'PUT',
        contentType: 'application/json',
        data: JSON.stringify({ translation: { body: writeFeed(notices) } }),
      });
    },
  };
}

const WireArticle = v.object({
  article: v.object({
    draft: v.optional(v.boolean(), false),
    user_segment_id: v.optional(v.nullable(v.number()), null),
  }),
});

const WireTranslations = v.object({
  translations: v.array(
    v.object({
      locale: v.string(),
      body: v.optional(v.nullable(v.string())),
      draft: v.optional(v.boolean(), false),
      hidden: v.optional(v.boolean(), false),
    }),
  ),
});
