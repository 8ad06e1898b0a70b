import type { IssueText } from './issue.ts';
import { type LinkScope, ticketUrl } from './issueLinks.ts';

/** When the root cause analysis is owed, for an issue that has no field for it. */
export function dueComment(scope: LinkScope, day: string): IssueText {
  return [
    [{ text: `Root cause analysis due on ${day}`, isStrong: true }],
    [{ text: 'The incident is resolved, and customers wait for why it happened.' }],
    [{ text: `Incident #${scope.incident} in Zendesk`, href: dueMark(scope, day) }],
  ];
}

/** Where the comment's last line leads, by which it is found again. */
export function dueMark(scope: LinkScope, day: string): string {
  return `${ticketUrl(scope, scope.incident)}#allclear-review-${day}`;
}
