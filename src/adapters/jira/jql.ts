import type { IssueMark } from '../../domain/issue.ts';

const MOST_WORDS = 12;

/**
 * A question for issues of the project with these words in their summary; `undefined` when there is no word in them. Of
 * what people typed, letters and digits alone go into it: neither JQL nor the text search within it has a meaning for those.
 * https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function toJql(words: string, project: string): string | undefined {
  // In lower case, because AND, OR and NOT are words of the text search.
  const found =
    words
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? [];
  if (found.length === 0) return undefined;
  return `project = "${project}" AND summary ~ "${found.join(' ')}" ORDER BY updated DESC`;
}

/** A question for all issues with this label, whichever project they have moved to. */
export function toLabelJql(label: string): string {
  return `labels = "${label}" ORDER BY created ASC`;
}

/** The label of an incident's issues. Jira's labels have no blanks; an account's name has letters, digits and hyphens. */
export function labelOf({ account, incident }: IssueMark): string {
  return `allclear-${account.toLowerCase().replace(/[^a-z0-9-]/g, '')}-${incident}`;
}
