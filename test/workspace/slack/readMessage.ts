import type { SlackMessage } from '../world/slack.ts';
import { readBlocks } from './readBlocks.ts';
import { readMrkdwn } from './readText.ts';

type Content = Pick<
  SlackMessage,
  'text' | 'blocks' | 'metadata' | 'lines' | 'mentions' | 'links' | 'unfurled'
>;

export interface Wanted {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
  readonly parse?: unknown;
  readonly link_names?: unknown;
  readonly mrkdwn?: unknown;
  readonly unfurl_links?: unknown;
  readonly unfurl_media?: unknown;
}

// https://docs.slack.dev/reference/methods/chat.postMessage and …/chat.update
const LONGEST = { post: 40_000, update: 4_000 };
const LONGEST_METADATA = 16_000; // https://docs.slack.dev/messaging/message-metadata

/** What a message will be, as Slack understands what was sent; or Slack's name for what is wrong with it. */
export function readMessage(wanted: Wanted, kind: 'post' | 'update'): Content | { readonly error: string } {
  const { metadata, parse, link_names } = wanted;
  const text = typeof wanted.text === 'string' ? wanted.text : '';
  const blocks = wanted.blocks === undefined || wanted.blocks === null ? [] : wanted.blocks;
  if (!text && Array.isArray(blocks) && blocks.length === 0) return { error: 'no_text' };
  if (text.length > LONGEST[kind]) return { error: 'msg_too_long' };
  if (JSON.stringify(metadata ?? {}).length > LONGEST_METADATA) return { error: 'metadata_too_large' };
  const read = readBlocks(blocks);
  if ('error' in read) return read;
  // A posted message is linked unless that is forbidden; an edit falls back to the rules of Slack's own composer.
  const fallback = readMrkdwn(text, {
    linksWords: parse !== 'none',
    namesPeople: parse === 'full' || link_names === true || (kind === 'update' && parse === undefined),
  });
  const isFallback = read.lines.length > 0;
  // Whether a mention in the text beside blocks calls anybody is on no page: here it does.
  const links = isFallback ? read.found.links : fallback.links;
  return {
    text,
    blocks: blocks as unknown[],
    metadata: metadata ?? null,
    lines: isFallback ? read.lines : fallback.shown.split('\n'),
    mentions: [...new Set([...read.found.mentions, ...fallback.mentions])],
    links,
    unfurled: wanted.unfurl_links === false && wanted.unfurl_media === false ? [] : links,
  };
}
