import type { IssueLine, IssueText } from '../../domain/issue.ts';
import { tidy } from './texts.ts';

/**
 * The same text for Jira Data Center, which takes every text for wiki markup.
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function toWiki(text: IssueText): string {
  return tidy(text)
    .map((lines) => lines.map(toMarkup).join('\n'))
    .join('\n\n');
}

function toMarkup({ text, href, isStrong }: IssueLine): string {
  const inert = escapeWiki(text);
  const linked = href ? `[${inert}|${href.replace(/[\]|{}\\^]/g, encodeURIComponent)}]` : inert;
  return isStrong ? `*${linked}*` : linked;
}

const SIGNS = /[\\[\]{}()*_\-+^~?!|#]|[:;](?=[DP]\b)/g;
const LINE_START = /^(\s*(?:h[1-6]|bq))(?=\.)/i;

/** A person's line in which nothing is markup. A backslash is spelled out, since two of them are a line break. */
export function escapeWiki(line: string): string {
  return line.replace(SIGNS, (sign) => (sign === '\\' ? '&#92;' : `\\${sign}`)).replace(LINE_START, '$1\\');
}
