import { avatar } from './avatar.ts';
import { h } from './h.ts';
import type { ShownMessage } from './slackShown.ts';
import { when } from './time.ts';

/** A message with the replies in its thread; whom it calls is marked, so that nobody overlooks it. */
export function drawMessage(message: ShownMessage): HTMLElement {
  const { ts, by, at, isWebhook, isEdited, isBroadcast, mentions, replies } = message;
  return h(
    'li',
    { testId: `slack-${ts}` },
    avatar(by, 'agent'),
    h(
      'div',
      {},
      h(
        'p',
        { class: 'slack-by' },
        h('b', {}, by),
        h('span', { class: 'lozenge' }, isWebhook ? 'webhook' : 'app'),
        h('span', { class: 'faint' }, when(at)),
        isEdited && h('span', { class: 'faint' }, '(edited)'),
        isBroadcast && h('span', { class: 'lozenge indeterminate' }, 'also in the channel'),
        ...mentions.map((whom) => h('mark', { testId: 'slack-mention' }, `calls ${whom}`)),
      ),
      h('div', { class: 'slack-text', testId: 'slack-text' }, ...drawBlocks(message)),
      replies.length > 0 &&
        h('ol', { class: 'slack-thread', 'aria-label': 'Thread' }, ...replies.map(drawMessage)),
    ),
  );
}

interface RichElement {
  type: string;
  text?: string;
  url?: string;
  style?: { bold?: boolean };
}
interface RichBlock {
  type: string;
  elements?: { type: string; elements?: RichElement[] }[];
}

function drawBlocks({ blocks, lines }: ShownMessage): Node[] {
  const rich = (blocks as readonly RichBlock[]).filter(({ type }) => type === 'rich_text');
  if (rich.length === 0) return lines.map((line) => h('p', {}, line));
  return rich.flatMap(({ elements = [] }) =>
    elements.map(({ type, elements: inner = [] }) =>
      h(type === 'rich_text_quote' ? 'blockquote' : 'p', {}, ...inner.map(drawElement)),
    ),
  );
}

function drawElement({ type, text = '', url, style }: RichElement): Node {
  if (type === 'link') return h('a', { href: url, target: '_blank', rel: 'noreferrer' }, text || url);
  return style?.bold ? h('b', {}, text) : h('span', {}, text);
}
