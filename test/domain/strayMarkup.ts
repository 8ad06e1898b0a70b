// All that a reply built from a text template is made of.
const OURS = /<\/?p>|<\/?strong>|<br>/g;

/** What in a reply's HTML a browser could take for markup although nobody of ours wrote it; empty when all is well. */
export function strayMarkup(html: string): string[] {
  const rest = html.replace(OURS, '').replace(/&#\d{2};/g, '');
  return [...(rest.match(/[<>&"']/g) ?? [])];
}

/** Pairs of signs that Zendesk takes for a placeholder or a Liquid tag. */
export function armedBraces(html: string): string[] {
  return html.match(/\{\{|\{%|\}\}|%\}/g) ?? [];
}
