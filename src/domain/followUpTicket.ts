import { type Incident, newestUpdate } from './incident.ts';
import { toLedger, toldOf } from './ledger.ts';
import { stageTag } from './stage.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** The tag on the ticket that goes on from a closed one; without tags of its own it would take over the closed one's. */
export const FOLLOW_UP_TAG = 'allclear_followup';

/** A ticket that goes on from a closed one and tells its customer the newest update. */
export interface FollowUp {
  readonly source: TicketId;
  readonly subject: string;
  readonly requesterId: number;
  readonly assigneeId: number;
  readonly brandId?: number | undefined;
  readonly html: string;
  readonly tags: readonly string[];
  readonly fields: { readonly allclear_told: string; readonly allclear_stage: string };
  readonly note: { readonly did: string; readonly [detail: string]: unknown };
}

/** The same for whoever makes it: another agent's try within Zendesk's memory of the key finds this one's ticket. */
export function toFollowUp(incident: Incident, report: Ticket, html: string): FollowUp | undefined {
  const n = newestUpdate(incident);
  if (!incident.update || report.requesterId === undefined) return undefined;
  return {
    source: report.id,
    subject: report.subject,
    requesterId: report.requesterId,
    assigneeId: incident.update.by.id,
    brandId: report.brandId,
    html,
    tags: [FOLLOW_UP_TAG],
    fields: {
      allclear_told: toLedger({ incident: incident.id, n }),
      allclear_stage: stageTag(incident.stage),
    },
    note: { did: 'told', incident: incident.id, n, of: report.id },
  };
}

/** Zendesk makes one ticket for one key. */
export function followUpKey(incident: Incident, report: TicketId): string {
  return `allclear-rca-${incident.id}-${newestUpdate(incident)}-${report}`;
}

/**
 * A closed report whose follow-up tells the newest update, with that ledger in place of its own, which nobody can write any
 * more. `undefined` when none of its follow-ups does.
 */
export function withLedgerOf(
  incident: Incident,
  report: Ticket,
  followUps: readonly Ticket[],
): Ticket | undefined {
  const n = newestUpdate(incident);
  const ledger = followUps
    .map(({ fields }) => fields.allclear_told)
    .find((text) => (toldOf(text, incident.id) ?? -1) >= n);
  return ledger ? { ...report, fields: { ...report.fields, allclear_told: ledger } } : undefined;
}
