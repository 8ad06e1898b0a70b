import { cleanText, oneLine } from './markup.ts';

/** A person's text in one line of Markdown, where nothing of it is markup, a link of its own making or a mention. */
export function inMarkdown(text: string): string {
  return escaped(oneLine(text));
}

/** A person's text as a quotation, line by line. */
export function quoted(text: string): string {
  const lines = cleanText(text).split('\n');
  return lines.map((line) => `> ${escaped(line.trim())}`.trimEnd()).join('\n');
}

/** A table; the first row is its head. Cells are people's texts. */
export function toTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

// https://spec.commonmark.org/0.31.2/#backslash-escapes. What makes a list, a heading or a rule does so at a line's beginning alone;
// a mention is no part of CommonMark, and people are told by it where the document is kept.
function escaped(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
    .replace(/^(\s*)([#+\-=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replaceAll('@', '&#64;');
}
