import * as v from 'valibot';
import type { Notice } from './notice.ts';
import { Time } from './record.ts';

// The block that customers' browsers run reads the same (docs/pendo-notice.js).
const Feed = v.object({
  allclear: v.literal(1),
  notices: v.array(
    v.object({
      id: v.number(),
      n: v.number(),
      title: v.string(),
      text: v.string(),
      posted_at: Time,
      expires_at: v.optional(Time),
    }),
  ),
});

/** The body of the article: JSON of plain ASCII without a sign that HTML knows, so that no editor and no browser changes it. */
export function writeFeed(notices: readonly Notice[]): string {
  const feed: v.InferOutput<typeof Feed> = {
    allclear: 1,
    notices: notices.map(({ incident, n, title, text, postedAt, expiresAt }) => ({
      id: incident,
      n,
      title,
      text,
      posted_at: postedAt,
      ...(expiresAt !== undefined && { expires_at: expiresAt }),
    })),
  };
  return `<pre>${JSON.stringify(feed).replace(/[^ -~]|[<>&']|\{(?=[{%])/g, spelled)}</pre>`;
}

// Outside of texts JSON has none of these signs, and inside it may spell any; two braces could be a placeholder of Zendesk's.
const spelled = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What a body says; nothing where it is not one of ours, which is how an article begins. */
export function readFeed(body: string): Notice[] {
  const text = body.replaceAll('&quot;', '"').replaceAll('&#34;', '"');
  try {
    const json: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    const feed = v.safeParse(Feed, json);
    return feed.success ? feed.output.notices.map(toNotice) : [];
  } catch {
    return [];
  }
}

function toNotice({
  id,
  n,
  title,
  text,
  posted_at,
  expires_at,
}: v.InferOutput<typeof Feed>['notices'][0]): Notice {
  return {
    incident: id,
    n,
    title,
    text,
    postedAt: posted_at,
    ...(expires_at !== undefined && { expiresAt: expires_at }),
  };
}
