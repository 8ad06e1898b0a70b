import type { Ticket } from './ticket.ts';

/** Who is hit, as far as the tickets tell. */
export interface Impact {
  /** Names, those with the most tickets first. */
  readonly organizations: readonly string[];
  /** Different people who wrote. */
  readonly people: number;
  readonly tickets: number;
}

/** Counts who wrote these tickets. An organization is counted by its ticket, or else by nobody: a person may have several. */
export function impactOf(tickets: readonly Ticket[], organizations: ReadonlyMap<number, string>): Impact {
  const counts = new Map<string, number>();
  for (const { organizationId } of tickets) {
    const name = organizationId === undefined ? undefined : organizations.get(organizationId);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([name]) => name);
  const people = new Set(tickets.flatMap(({ requesterId }) => requesterId ?? []));
  return { organizations: names, people: people.size, tickets: tickets.length };
}

/** The same in words for the issue and the incident's ticket, which Engineering reads: no names of people. */
export function impactWords({ organizations, people, tickets }: Impact): string {
  if (tickets === 0) return '';
  const count = `${tickets} ${tickets === 1 ? 'ticket' : 'tickets'} from ${people} ${people === 1 ? 'person' : 'people'}`;
  if (organizations.length === 0) return count;
  const shown = organizations.slice(0, MOST_NAMED).join(', ');
  const rest = organizations.length - MOST_NAMED;
  return `${count}; organizations: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const MOST_NAMED = 20;
