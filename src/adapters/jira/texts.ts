import type { IssueLine, IssueText } from '../../domain/issue.ts';
import { cleanText, oneLine } from '../../domain/markup.ts';

// Of a field of text. https://support.atlassian.com/jira-cloud-administration/docs/configure-advanced-settings/
const LONGEST = 32_767;
// Markup and escapes count too, so ours stop long before.
const ROOM = 20_000;
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/ and the summary's own limit
const LONGEST_LINE = 255;

/** One line for a summary or a title, as long as Jira takes it. */
export function toLine(text: string): string {
  return shortened(oneLine(text), LONGEST_LINE);
}

/** A text for a field of its own. */
export const toLongText = (text: string) => shortened(cleanText(text), LONGEST);

/** Text that any of Jira's versions can hold: no control signs, no line ends within a line, nothing empty, not too long. */
export function tidy(text: IssueText): IssueText {
  let room = ROOM;
  const paragraphs = text.map((lines) =>
    lines.flatMap(splitLines).flatMap((line) => {
      const shown = shortened(line.text, room);
      room -= shown.length;
      return shown ? [{ ...line, text: shown }] : [];
    }),
  );
  return paragraphs.filter((lines) => lines.length > 0);
}

// What people wrote has lines of its own.
function splitLines(line: IssueLine): IssueLine[] {
  return cleanText(line.text)
    .split(/[\n\u2028\u2029]+/)
    .map((text) => ({ ...line, text: text.trimEnd(), href: line.href && safeAddress(line.href) }))
    .filter(({ text }) => text.trim() !== '');
}

function safeAddress(href: string): string | undefined {
  return /^https:\/\//.test(href) && URL.canParse(href) ? new URL(href).href : undefined;
}

// By signs as people count them, so that none is cut in two.
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return most > 1 ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : '';
}
