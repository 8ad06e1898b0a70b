/** Text for HTML: everything a browser could take for markup is spelled out. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const CONTROLS = /(?![\n\t])\p{Cc}|[\ufeff\ufffe\uffff]/gu;
// Overrides and isolates turn the text around them; a name has no business to.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/** A person's text without the signs that nobody can see: controls, null bytes, changes of direction. Lines survive. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(DIRECTION, '').toWellFormed().trim();
}

/** The same in one line: names, subjects. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

const WORD_JOINER = '\u2060';

/**
 * Keeps Zendesk from taking braces in a text for a placeholder: an invisible sign that allows no line break goes
 * between them. Its own escapes differ for `body`, `html_body` and what is typed; this works in all three.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 */
export function disarmPlaceholders(text: string): string {
  return text.replace(/\{(?=[{%])|[}%](?=\})/g, (sign) => sign + WORD_JOINER);
}

/** The lines a reader sees in a piece of HTML, trimmed, without empty ones; comparable between editors. */
export function visibleLines(html: string): string[] {
  const text = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\b[^>]*>|<\/(p|div|li|h[1-6]|blockquote|tr|pre)>/gi, '\n')
    .replace(/<[a-z/!?][^>]*>/gi, '');
  return decodeEntities(text)
    .replaceAll(WORD_JOINER, '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(Boolean);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
