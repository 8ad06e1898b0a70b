import type { IssueLine, IssueText } from './issue.ts';
import { type LinkScope, ticketUrl } from './issueLinks.ts';
import { oneLine } from './markup.ts';
import { isMerged, isOver, type Ticket } from './ticket.ts';

/** Whom an incident has hit, as Engineering is told: organizations and numbers, and nobody's name. */
export interface Impact {
  readonly tickets: number;
  readonly solved: number;
  /** By the number of their tickets; the most first. */
  readonly organizations: readonly { readonly name: string; readonly tickets: number }[];
  /** Tickets of people who belong to no organization, or to one that can't be read. */
  readonly withoutOne: number;
  readonly oldest?: Pick<Ticket, 'id' | 'createdAt'> | undefined;
  readonly newest?: Pick<Ticket, 'id' | 'createdAt'> | undefined;
}

export function impactOf(reports: readonly Ticket[], names: ReadonlyMap<number, string>): Impact {
  const standing = reports.filter((report) => !isMerged(report));
  const byTime = [...standing].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id - b.id);
  const counts = new Map<number, number>();
  for (const { organizationId = 0 } of standing)
    if (names.has(organizationId)) counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  const organizations = [...counts]
    .map(([id, tickets]) => ({ id, name: oneLine(names.get(id) ?? ''), tickets }))
    .sort((a, b) => b.tickets - a.tickets || a.name.localeCompare(b.name, 'en') || a.id - b.id);
  return {
    tickets: standing.length,
    solved: standing.filter(isOver).length,
    organizations: organizations.map(({ name, tickets }) => ({ name, tickets })),
    withoutOne: standing.length - organizations.reduce((sum, { tickets }) => sum + tickets, 0),
    oldest: byTime[0],
    newest: byTime.at(-1),
  };
}

// More are read by nobody, and a comment takes 32,767 characters.
const MOST_NAMED = 100;

/** The comment that is kept current on the issue. It says nothing that changes while the reports do not. */
export function impactText(scope: LinkScope, impact: Impact): IssueText {
  const { tickets, solved, organizations, withoutOne, oldest, newest } = impact;
  const named = organizations.slice(0, MOST_NAMED);
  const more = organizations.length - named.length;
  const by = [
    ...named.map(({ name, tickets }) => `${name}: ${count(tickets, 'ticket')}`),
    more > 0 && `and ${count(more, 'more organization')}`,
    withoutOne > 0 && `Without an organization: ${count(withoutOne, 'ticket')}`,
  ];
  return [
    [
      { text: 'Customers impacted', isStrong: true },
      {
        text: `${count(tickets, 'ticket')}, ${solved} solved, from ${count(organizations.length, 'organization')}`,
      },
    ],
    by.flatMap((text) => (text ? { text } : [])),
    [reportLine('Oldest report', scope, oldest), reportLine('Newest report', scope, newest)].flatMap(
      (line) => line ?? [],
    ),
    [{ text: `Kept current by Allclear from incident #${scope.incident}`, href: impactMark(scope) }],
  ].filter((lines) => lines.length > 0);
}

/** Where the comment's last line leads, by which it is found again. */
export function impactMark(scope: LinkScope): string {
  return `${ticketUrl(scope, scope.incident)}#allclear-impact`;
}

function reportLine(
  name: string,
  scope: LinkScope,
  report: Pick<Ticket, 'id' | 'createdAt'> | undefined,
): IssueLine | undefined {
  if (!report) return undefined;
  const { id, createdAt } = report;
  const at = createdAt.slice(0, 16).replace('T', ' ');
  return { text: `${name}: ${at} UTC, ticket #${id}`, href: ticketUrl(scope, id) };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
