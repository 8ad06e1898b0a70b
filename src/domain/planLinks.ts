import type { IssueLink } from './issue.ts';
import {
  incidentLink,
  isOfIncident,
  type LinkScope,
  reportLink,
  restLink,
  ticketOfLink,
} from './issueLinks.ts';
import { isMerged, type Ticket, type TicketId } from './ticket.ts';

// An issue holds 2,000 links of all kinds and answers 413 beyond; the rest is left to people and other apps.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-limit-report-get
export const MOST_LINKS = 1_900;

export interface LinksWanted extends LinkScope {
  /** The issue's key as it is now: the search for the rest goes by it. */
  readonly key: string;
  readonly isOver: boolean;
  /** Every report that could be read; those that were merged into another ticket may be among them. */
  readonly reports: readonly Ticket[];
  /** Tickets whose links stay as they are: nobody here can tell whether they are reports still. */
  readonly unknown?: ReadonlySet<TicketId>;
}

export interface LinksSeen {
  readonly ours: readonly IssueLink[];
  readonly others: number;
}

export interface LinkPlan {
  /** Links to make, or to bring up to date. */
  readonly put: readonly IssueLink[];
  /** Ids of links to take away. */
  readonly drop: readonly string[];
  /** Reports that have a link of their own in the end, those of which nobody here can tell included. */
  readonly linked: number;
  /** Reports without one: a link to a search stands for them. */
  readonly rest: number;
}

/**
 * What to do so that an issue has one link to each report, struck through when its ticket is solved, and one to the
 * incident. Of more than fit, those with the lowest numbers keep theirs, so that a new report displaces nobody.
 */
export function planLinks(wanted: LinksWanted, { ours, others }: LinksSeen): LinkPlan {
  const { reports, isOver, key, unknown = new Set() } = wanted;
  const mine = ours.filter((link) => isOfIncident(wanted, link));
  const kept = mine.filter((link) => unknown.has(ticketOfLink(wanted, link.id) ?? 0));
  const standing = reports.filter((report) => !isMerged(report)).sort((a, b) => a.id - b.id);
  const room = MOST_LINKS - others - (ours.length - mine.length) - kept.length - 1;
  const isTight = standing.length > room;
  const linked = isTight ? standing.slice(0, Math.max(0, room - 1)) : standing;
  const should = [
    incidentLink(wanted, isOver),
    ...(isTight ? [restLink(wanted, key)] : []),
    ...linked.map((report) => reportLink(wanted, report)),
  ];
  const is = new Map(mine.map((link) => [link.id, link]));
  const stays = new Set([...should, ...kept].map(({ id }) => id));
  return {
    put: should.filter((link) => !isSame(is.get(link.id), link)),
    drop: mine.filter(({ id }) => !stays.has(id)).map(({ id }) => id),
    linked: linked.length + kept.length,
    rest: standing.length - linked.length,
  };
}

/** The links as they are once the plan is carried out. */
export function afterPlan({ ours, others }: LinksSeen, { put, drop }: LinkPlan): LinksSeen {
  const links = new Map(ours.map((link) => [link.id, link]));
  for (const id of drop) links.delete(id);
  for (const link of put) links.set(link.id, link);
  return { ours: [...links.values()], others };
}

function isSame(is: IssueLink | undefined, link: IssueLink): boolean {
  return (
    is !== undefined &&
    is.url === link.url &&
    is.title === link.title &&
    is.isResolved === link.isResolved &&
    is.relationship === link.relationship
  );
}
