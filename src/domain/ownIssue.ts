import type { IssueLink } from './issue.ts';
import { type LinkScope, linkId, reportLink } from './issueLinks.ts';
import type { Ticket } from './ticket.ts';

/** The issue that a ticket was linked to by itself, without an incident. */
export function ownIssueOf({ fields, problemId }: Pick<Ticket, 'fields' | 'problemId'>): string | undefined {
  return problemId ? undefined : fields.allclear_jira?.trim() || undefined;
}

/** Its link there, under a heading of its own: an incident that has the same issue takes only its own links away. */
export function ownLink(account: string, ticket: Pick<Ticket, 'id' | 'channel' | 'status'>): IssueLink {
  const scope: LinkScope = { account, incident: 0 };
  return { ...reportLink(scope, ticket), id: linkId(scope, ticket.id), relationship: 'customer ticket' };
}
