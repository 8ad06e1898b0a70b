/** What Slack finds in a text. */
export interface Found {
  readonly shown: string;
  readonly mentions: readonly string[];
  readonly links: readonly string[];
}

export interface Reading {
  /** Words are made into links where they look like some. */
  readonly linksWords: boolean;
  /** Bare names are taken for people and channels: `parse: full`, or link_names. */
  readonly namesPeople: boolean;
}

const MARKS = /<([^<>\n]*)>/g;
const ADDRESS = /\bhttps?:\/\/[^\s<>|]+/g;
const NAME = /(?<![\w@])@(here|channel|everyone|[a-z0-9._-]+)|(?<![\w#])#([a-z0-9_-]+)/gi;

/**
 * Reads a text in Slack's own markup. What stands between `<` and `>` calls people, leads to channels or is a link;
 * the three escaped signs are shown as they are. https://docs.slack.dev/messaging/formatting-message-text
 */
export function readMrkdwn(text: string, { linksWords, namesPeople }: Reading): Found {
  const mentions: string[] = [];
  const links: string[] = [];
  const plain = text.replace(MARKS, (whole, inside: string) => {
    const mention = mentionIn(inside);
    if (mention) {
      mentions.push(mention);
      return mention;
    }
    const [address = '', label] = inside.split('|');
    if (!/^(https?:\/\/|mailto:)/i.test(address)) return whole;
    links.push(address);
    return '\u0000'.repeat((label ?? address).length); // not to be read again
  });
  if (linksWords) for (const [address] of plain.matchAll(ADDRESS)) links.push(address);
  if (namesPeople)
    for (const [, name, channel] of plain.matchAll(NAME)) mentions.push(name ? `@${name}` : `#${channel}`);
  return { shown: unescaped(withLabels(text)), mentions, links };
}

function mentionIn(inside: string): string | undefined {
  const [, group] = /^!(channel|here|everyone)(?:\||$)/i.exec(inside) ?? [];
  const [, team] = /^!subteam\^(\w+)/.exec(inside) ?? [];
  const [, person] = /^@([UW]\w+)/.exec(inside) ?? [];
  const [, channel] = /^#(C\w+)/.exec(inside) ?? [];
  if (channel) return `#${channel}`;
  const whom = group?.toLowerCase() ?? team ?? person;
  return whom && `@${whom}`;
}

const withLabels = (text: string) =>
  text.replace(MARKS, (whole, inside: string) => {
    const [address = '', label] = inside.split('|');
    return mentionIn(inside) ?? (/^(https?:\/\/|mailto:)/i.test(address) ? (label ?? address) : whole);
  });

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
