import type { AdfNode } from '../world/jira/adf.ts';
import { h } from './h.ts';

const TAGS: Record<string, keyof HTMLElementTagNameMap> = {
  paragraph: 'p',
  heading: 'h3',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  panel: 'blockquote',
  codeBlock: 'pre',
  rule: 'hr',
};

/** A document as elements. Its text stays text, and its links lead to web pages alone. */
export function drawAdf(node: AdfNode): Node {
  if (node.type === 'text') return marked(node);
  if (node.type === 'hardBreak') return h('br');
  const words = node.attrs?.text ?? node.attrs?.url;
  const children = (node.content ?? []).map(drawAdf);
  return h(
    TAGS[node.type] ?? (node.type === 'doc' ? 'div' : 'span'),
    {},
    ...children,
    words ? String(words) : null,
  );
}

function marked({ text = '', marks = [] }: AdfNode): Node {
  return marks.reduce<Node>((inner, { type, attrs }) => {
    const href = String(attrs?.href ?? '');
    if (type === 'link' && /^https?:\/\//.test(href))
      return h('a', { href, target: '_blank', rel: 'noreferrer' }, inner);
    if (type === 'strong') return h('strong', {}, inner);
    if (type === 'em') return h('em', {}, inner);
    return type === 'code' ? h('code', {}, inner) : inner;
  }, document.createTextNode(text));
}
