import { isIncident } from './incident.ts';
import { isMerged, type Ticket } from './ticket.ts';

/** Why a ticket can't be attached; each has a text of its own. */
export type Refusal =
  | 'closed'
  | 'merged'
  | 'incident'
  | 'problem'
  | 'not allowed'
  | 'incident over'
  | 'incident merged' // into another one, to which the ticket belongs
  | 'no drill ticket';

/** Why this ticket can never be a report, whoever asks and for whichever incident. */
export function refusalOf(ticket: Ticket): Refusal | undefined {
  if (isMerged(ticket)) return 'merged';
  if (ticket.status === 'closed') return 'closed';
  if (isIncident(ticket)) return 'incident';
  return ticket.type === 'problem' ? 'problem' : undefined;
}
