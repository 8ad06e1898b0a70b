import { type Found, readMrkdwn } from './readText.ts';

type Json = Record<string, unknown>;

/** What readers see of blocks, and whom and what Slack has found in them; or the name of what is wrong with them. */
export type ReadBlocks = { readonly error: string } | { readonly lines: string[]; readonly found: Found };

// https://docs.slack.dev/reference/block-kit/blocks/; the last is on no page: https://github.com/slackapi/bolt-js/issues/2509
const MOST_BLOCKS = 50;
const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3_000;
const MOST_FIELDS = 10;
const LONGEST_FIELD = 2_000;
const MOST_ELEMENTS = 10;
const MOST_IN_ALL = 13_200;

class BadBlocks extends Error {}

/** Reads the kinds of blocks that messages are made of here; any other is refused as Slack refuses what it does not know. */
export function readBlocks(blocks: unknown): ReadBlocks {
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format' };
  if (blocks.length > MOST_BLOCKS) return { error: 'invalid_blocks' };
  const seen = { lines: [] as string[], mentions: [] as string[], links: [] as string[] };
  try {
    for (const block of blocks) readBlock(asJson(block), seen);
  } catch (bad) {
    if (bad instanceof BadBlocks) return { error: 'invalid_blocks' };
    throw bad;
  }
  if (seen.lines.join('').length > MOST_IN_ALL) return { error: 'msg_blocks_too_long' };
  const { lines, mentions, links } = seen;
  return { lines, found: { shown: lines.join('\n'), mentions, links } };
}

interface Seen {
  readonly lines: string[];
  readonly mentions: string[];
  readonly links: string[];
}

function readBlock(block: Json, seen: Seen) {
  switch (block.type) {
    case 'divider':
      return;
    case 'header':
      return readText(asJson(block.text), LONGEST_HEADER, seen, ['plain_text']);
    case 'section': {
      if (block.text !== undefined) readText(asJson(block.text), LONGEST_TEXT, seen);
      const fields = listOf(block.fields ?? [], MOST_FIELDS);
      for (const field of fields) readText(asJson(field), LONGEST_FIELD, seen);
      return need(block.text !== undefined || fields.length > 0);
    }
    case 'context':
      for (const element of listOf(block.elements, MOST_ELEMENTS))
        readText(asJson(element), LONGEST_TEXT, seen);
      return;
    case 'rich_text':
      for (const part of listOf(block.elements, 100)) readRichPart(asJson(part), seen);
      return;
    default:
      throw new BadBlocks();
  }
}

function readText({ type, text, verbatim }: Json, longest: number, seen: Seen, types = TEXT_TYPES) {
  need(types.includes(String(type)) && typeof text === 'string');
  const value = String(text);
  need(value.length > 0 && value.length <= longest);
  if (type === 'plain_text') return void seen.lines.push(...value.split('\n'));
  const found = readMrkdwn(value, { linksWords: verbatim !== true, namesPeople: false });
  seen.lines.push(...found.shown.split('\n'));
  seen.mentions.push(...found.mentions);
  seen.links.push(...found.links);
}

const TEXT_TYPES = ['plain_text', 'mrkdwn'];
const RICH_PARTS = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'];

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block: text elements are text, whatever they say.
function readRichPart(part: Json, seen: Seen) {
  if (part.type === 'rich_text_list') {
    for (const each of listOf(part.elements, 100)) readRichPart(asJson(each), seen);
    return;
  }
  need(RICH_PARTS.includes(String(part.type)));
  let line = '';
  for (const each of listOf(part.elements, 1_000)) line += readRichElement(asJson(each), seen);
  seen.lines.push(...line.split('\n'));
}

function readRichElement({ type, text, url, name, range, ...ids }: Json, seen: Seen): string {
  switch (type) {
    case 'text':
      need(typeof text === 'string' && text !== '');
      return String(text);
    case 'link':
      need(typeof url === 'string' && /^(https?:\/\/|mailto:)/i.test(url) && url.length <= LONGEST_TEXT);
      seen.links.push(String(url));
      return String(text ?? url);
    case 'emoji':
      need(typeof name === 'string');
      return `:${name}:`;
    case 'broadcast':
      seen.mentions.push(`@${range}`);
      return `@${range}`;
    case 'user':
    case 'usergroup':
    case 'channel': {
      const whom = `${type === 'channel' ? '#' : '@'}${ids.user_id ?? ids.usergroup_id ?? ids.channel_id}`;
      seen.mentions.push(whom);
      return whom;
    }
    default:
      throw new BadBlocks();
  }
}

function need(holds: boolean): void {
  if (!holds) throw new BadBlocks();
}

function listOf(value: unknown, most: number): unknown[] {
  need(Array.isArray(value) && value.length <= most);
  return value as unknown[];
}

function asJson(value: unknown): Json {
  need(typeof value === 'object' && value !== null);
  return value as Json;
}
