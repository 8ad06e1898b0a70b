// How Zendesk treats the text of a comment: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/

// "Comments are cut silently" beyond this.
const MOST_BYTES = 65_536;

/** `body` as Zendesk keeps it: no HTML, runs of spaces and of newlines collapsed, placeholders filled in. */
export function keptBody(body: string, fill: (name: string) => string | undefined): string {
  const text = body
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n{2,}/g, '\n');
  return cut(fillPlaceholders(text, fill));
}

/** `html_body` as Zendesk keeps it: harmless tags only, placeholders filled in except in `<code>` and `<pre>`. */
export function keptHtml(html: string, fill: (name: string) => string | undefined): string {
  const clean = sanitize(html);
  const parts = clean.split(/(<(code|pre)\b[^>]*>[\s\S]*?<\/\2>)/gi);
  let out = '';
  // A split with two groups gives: outside, code block, its tag name, outside, …
  for (let i = 0; i < parts.length; i += 3) {
    out += fillPlaceholders(parts[i] ?? '', (name) => {
      const value = fill(name);
      return value === undefined ? undefined : escapeHtml(value);
    });
    out += parts[i + 1] ?? '';
  }
  return cut(out);
}

/** What a comment written as HTML says in plain text. */
export function textOfHtml(html: string): string {
  return unescapeHtml(
    html
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/(p|div|li|h[1-6]|blockquote|tr|ul|ol)>/gi, '\n')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The HTML of a comment, as `html_body` answers it. */
export const htmlOf = (comment: { body: string; html?: string }) => comment.html ?? htmlOfText(comment.body);

/** The HTML that Zendesk makes of a plain comment. */
export function htmlOfText(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => escapeHtml(paragraph).replace(/\n/g, '<br>'));
  return `<div class="zd-comment" dir="auto">${paragraphs.map((each) => `<p dir="auto">${each}</p>`).join('')}</div>`;
}

// Known ones are replaced, unknown ones stripped, one real backslash keeps the braces as text.
function fillPlaceholders(text: string, fill: (name: string) => string | undefined): string {
  if (!text.includes('{{')) return text;
  return text.replace(/(\\?)\{\{([^{}]*)\}\}/g, (whole, backslash: string, name: string) =>
    backslash ? whole.slice(1) : (fill(name.trim()) ?? ''),
  );
}

function cut(text: string): string {
  if (text.length * 3 <= MOST_BYTES) return text;
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= MOST_BYTES) return text;
  // In streaming mode the decoder keeps back a character that the cut has split.
  return new TextDecoder().decode(bytes.subarray(0, MOST_BYTES), { stream: true });
}

const SAFE_TAGS = new Set(
  'a abbr b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const SAFE_ATTRIBUTES = new Set([
  'href',
  'src',
  'alt',
  'title',
  'class',
  'dir',
  'lang',
  'style',
  'target',
  'rel',
]);

function sanitize(html: string): string {
  return html
    .replace(/<(script|style|iframe|object|svg|math)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/gi, (_, slash: string, name: string, rest: string) => {
      const tag = name.toLowerCase();
      if (!SAFE_TAGS.has(tag)) return '';
      return slash ? `</${tag}>` : `<${tag}${safeAttributes(rest)}>`;
    });
}

function safeAttributes(text: string): string {
  let out = '';
  for (const [, name = '', double, single] of text.matchAll(/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    const value = double ?? single ?? '';
    if (!SAFE_ATTRIBUTES.has(name.toLowerCase())) continue;
    if (/^(href|src)$/i.test(name) && !/^\s*(https?:|mailto:|tel:|\/|#)/i.test(value)) continue;
    out += ` ${name.toLowerCase()}="${value.replace(/"/g, '&quot;')}"`;
  }
  return out;
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const unescapeHtml = (text: string) =>
  text
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      codePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&amp;/g, '&');

const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
