import type { Incident } from './incident.ts';
import { mayJoin } from './lookAlikes.ts';
import { rankIncidents } from './match.ts';
import type { Group, Heard } from './matching/groups.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** The tag on tickets of which somebody said that there is no incident behind them. */
export const NO_INCIDENT_TAG = 'allclear_no_incident';

/** Tickets that say the same, of which nobody has made an incident. */
export interface PossibleIncident extends Omit<Group, 'tickets'> {
  /** The oldest first. */
  readonly tickets: readonly Ticket[];
  /** A running incident that these tickets speak of as well. */
  readonly likely?: Incident | undefined;
}

/** A ticket as grouping hears it; `undefined` for those that no customer wrote about something. */
export function toHeard(ticket: Ticket): Heard | undefined {
  if (ticket.type === 'problem') return undefined;
  const { id, subject, description, organizationId, requesterId } = ticket;
  return {
    id,
    text: textOf({ subject, description }),
    voice: organizationId ? `organization ${organizationId}` : `person ${requesterId ?? id}`,
    at: Date.parse(ticket.createdAt),
    is: stateOf(ticket),
  };
}

function stateOf(ticket: Ticket): Heard['is'] {
  if (ticket.tags.includes(NO_INCIDENT_TAG)) return 'dismissed';
  if (ticket.problemId) return 'taken';
  return mayJoin(ticket) ? 'free' : 'done';
}

/** A group with its tickets, and with the running incident that most of them speak of, if there is one. */
export function toPossible(
  { tickets: ids, ...group }: Group,
  known: ReadonlyMap<TicketId, Ticket>,
  running: readonly Incident[],
): PossibleIncident {
  const tickets = ids.flatMap((id) => known.get(id) ?? []);
  return { ...group, tickets, likely: likelyOf(tickets, running) };
}

function likelyOf(tickets: readonly Ticket[], running: readonly Incident[]): Incident | undefined {
  if (running.length === 0) return undefined;
  const candidates = running.map((incident) => ({ incident }));
  const votes = new Map<Incident, number>();
  for (const ticket of tickets) {
    const [best] = rankIncidents(textOf(ticket), candidates);
    if (best?.isLikely) votes.set(best.incident, (votes.get(best.incident) ?? 0) + 1);
  }
  return [...votes].find(([, count]) => count * 2 > tickets.length)?.[0];
}

const textOf = ({ subject, description }: Pick<Ticket, 'subject' | 'description'>) =>
  `${subject}\n${description}`.slice(0, LONGEST_TEXT);

// What is broken is said first.
const LONGEST_TEXT = 2_000;
