import { type Incident, isIncident, toIncident } from './incident.ts';
import { toldOf } from './ledger.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** What the open ticket is to us. */
export type Standing =
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'report'; readonly incident: Incident; readonly told?: number | undefined }
  /** It hangs on a problem ticket that is no incident of ours. */
  | { readonly kind: 'foreign'; readonly problem: TicketId }
  | { readonly kind: 'free' }
  | { readonly kind: 'shut'; readonly because: Refusal };

/** `problem` is the ticket that `ticket.problemId` names; `undefined` when there is none. */
export function standingOf(ticket: Ticket, problem: Ticket | undefined): Standing {
  if (isIncident(ticket)) return { kind: 'incident', incident: toIncident(ticket) };
  if (problem && isIncident(problem)) {
    const incident = toIncident(problem);
    return { kind: 'report', incident, told: toldOf(ticket.fields.allclear_told, incident.id) };
  }
  const because = refusalOf(ticket);
  if (because) return { kind: 'shut', because };
  return ticket.problemId ? { kind: 'foreign', problem: ticket.problemId } : { kind: 'free' };
}
