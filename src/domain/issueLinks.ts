import type { IssueLink } from './issue.ts';
import { isOver, type Ticket, type TicketId } from './ticket.ts';

/** The links of one incident on its issue: who they lead to, and under which heading the tracker lists them. */
export interface LinkScope {
  /** The account's subdomain: `acme` of acme.zendesk.com. */
  readonly account: string;
  readonly incident: TicketId;
}

// All that stands in a link is seen by everybody who sees the issue: numbers and channels, never a subject or a name.

/** A report's link; struck through once the ticket is solved. */
export function reportLink(scope: LinkScope, report: Pick<Ticket, 'id' | 'channel' | 'status'>): IssueLink {
  const via = /^[\w ]{1,30}$/.test(report.channel) ? ` (${report.channel.replaceAll('_', ' ')})` : '';
  return {
    id: linkId(scope, report.id),
    url: ticketUrl(scope, report.id),
    title: `Ticket #${report.id}${via}`,
    isResolved: isOver(report),
    relationship: reportsHeading(scope),
  };
}

/** The link to the incident's own ticket, where the rest of the story is. */
export function incidentLink(scope: LinkScope, isOver: boolean): IssueLink {
  return {
    id: linkId(scope, scope.incident),
    url: ticketUrl(scope, scope.incident),
    title: `Incident #${scope.incident}`,
    isResolved: isOver,
    relationship: 'incident in Zendesk',
  };
}

/** One link in place of all that the issue has no room for: a search for the tickets that carry the issue's key. */
export function restLink(scope: LinkScope, key: string): IssueLink {
  return {
    id: `${systemOf(scope)}&incident=${scope.incident}&rest`,
    // https://support.zendesk.com/hc/en-us/articles/4408886879258: `fieldvalue` looks in every custom field.
    url: `${siteOf(scope)}/agent/search/1?q=${encodeURIComponent(`type:ticket fieldvalue:"${key}"`)}`,
    title: `All customer tickets of incident #${scope.incident}`,
    isResolved: false,
    relationship: reportsHeading(scope),
  };
}

/** Whether a link is one that this incident has made, whatever has become of its ticket. */
export function isOfIncident(scope: LinkScope, { id, relationship }: IssueLink): boolean {
  return relationship === reportsHeading(scope) || id === linkId(scope, scope.incident);
}

/** The ticket that a link of this account leads to. */
export function ticketOfLink(scope: LinkScope, id: string): TicketId | undefined {
  const start = `${systemOf(scope)}&ticket=`;
  const number = id.startsWith(start) ? Number(id.slice(start.length)) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The same for the same ticket, whoever writes it: the tracker brings a link with this id up to date instead of adding one. */
export function linkId(scope: Pick<LinkScope, 'account'>, ticket: TicketId): string {
  return `${systemOf(scope)}&ticket=${ticket}`;
}

export function ticketUrl(scope: Pick<LinkScope, 'account'>, ticket: TicketId): string {
  return `${siteOf(scope)}/agent/tickets/${ticket}`;
}

// Two incidents may share an issue, and so may a ticket that was linked by itself: nobody takes away another's links.
function reportsHeading({ incident }: LinkScope): string {
  return `customer tickets of incident #${incident}`;
}

const siteOf = ({ account }: Pick<LinkScope, 'account'>) => `https://${account}.zendesk.com`;
const systemOf = (scope: Pick<LinkScope, 'account'>) => `system=${siteOf(scope)}`;
