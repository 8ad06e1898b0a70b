import { isSetAside } from './aside.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { toldOf } from './ledger.ts';
import { isOutside, needsFollowUp } from './rca.ts';
import { isMerged, type Ticket } from './ticket.ts';

/** Why a report can't be told. */
export type Untold = 'closed' | 'merged' | 'messaging' | 'set aside';

/** How many reports have been told the newest update. */
export interface Coverage {
  readonly n: number;
  readonly told: number;
  readonly total: number;
  /** Not told, and can't be by a broadcast, by reason. */
  readonly cannot: Readonly<Partial<Record<Untold, number>>>;
  /** The newest update is not meant for these, and they are no part of the total. */
  readonly outside?: number;
  readonly behind: number;
}

/** Why no broadcast reaches this report; `undefined` when one does. */
export function untoldReason(report: Ticket): Untold | undefined {
  if (isSetAside(report)) return 'set aside';
  if (isMerged(report)) return 'merged';
  if (report.status === 'closed') return 'closed';
  return report.isMessaging ? 'messaging' : undefined;
}

export function coverageOf(incident: Incident, reports: readonly Ticket[]): Coverage {
  const n = newestUpdate(incident);
  const cannot: Partial<Record<Untold, number>> = {};
  let told = 0;
  let behind = 0;
  let outside = 0;
  for (const report of reports) {
    const reason = needsFollowUp(incident, report) ? undefined : untoldReason(report);
    if ((toldOf(report.fields.allclear_told, incident.id) ?? -1) >= n) told += 1;
    else if (isOutside(incident, report)) outside += 1;
    else if (reason) cannot[reason] = (cannot[reason] ?? 0) + 1;
    else behind += 1;
  }
  const total = reports.length - outside;
  return { n, told, total, cannot, behind, ...(outside > 0 && { outside }) };
}
