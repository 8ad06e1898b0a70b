import { isSetAside } from './aside.ts';
import type { Incident } from './incident.ts';
import { isMerged, type Ticket } from './ticket.ts';

/** The tag on a report whose customer has asked for the root cause analysis. */
export const ASKED_TAG = 'allclear_rca';

export function hasAsked(report: Pick<Ticket, 'tags'>): boolean {
  return report.tags.includes(ASKED_TAG);
}

/** Whether the newest update is not meant for this report: the RCA goes to those who asked, unless it goes to all. */
export function isOutside({ update }: Pick<Incident, 'update'>, report: Pick<Ticket, 'tags'>): boolean {
  return update?.rca?.to === 'asked' && !hasAsked(report);
}

/** Whether the newest update reaches this report's customer through a follow-up ticket alone. */
export function needsFollowUp({ update }: Pick<Incident, 'update'>, report: Ticket): boolean {
  const isClosed = report.status === 'closed' && !report.isMessaging && !isMerged(report);
  return update?.rca !== undefined && isClosed && !isSetAside(report);
}
