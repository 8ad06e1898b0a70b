import type { Incident } from './incident.ts';
import { isRelapse } from './reopen.ts';
import type { Results } from './results.ts';
import type { Ticket, TicketId, TicketStatus } from './ticket.ts';

/** What a report's status becomes when its customer is told; `undefined` leaves it. */
export interface StatusRules {
  readonly running: 'open' | 'pending' | 'hold' | undefined;
  readonly resolved: 'solved' | undefined;
}

/**
 * The status that a reply takes along. Who takes the incident for over hears in an open ticket that it is not; apart
 * from that, a solved report stays solved.
 */
export function statusWith(incident: Incident, report: Ticket, rules: StatusRules): TicketStatus | undefined {
  const wanted = wantedStatus(incident, report, rules);
  return wanted === report.status ? undefined : wanted;
}

function wantedStatus(incident: Incident, report: Ticket, { running, resolved }: StatusRules) {
  // The RCA says nothing of how a ticket stands.
  if (incident.update?.rca) return undefined;
  if (incident.stage === 'resolved') return resolved;
  const isResting = report.status === 'solved' || report.status === 'pending';
  // On-hold may be switched off; a solved ticket that says "not over" must not hang on that.
  if (isResting && isRelapse(incident, report)) return 'open';
  return report.status === 'solved' ? undefined : running;
}

/** Why reports were told with their status left as it was. */
export interface StatusLeft {
  readonly count: number;
  /** Zendesk's own words on the first of them. */
  readonly detail?: string | undefined;
}

/** What a broadcast learns about statuses that Zendesk refuses: telling must never hang on them. */
export interface StatusCare {
  /** The status to send this report with: the wanted one, unless it was refused before. */
  ask(id: TicketId, wanted: TicketStatus | undefined): TicketStatus | undefined;
  /** The same results, where the refusal of a report that was sent with a status only means: again, without it. */
  settle(results: Results): Results;
  readonly left: StatusLeft | undefined;
}

export function createStatusCare(): StatusCare {
  const asked = new Map<TicketId, TicketStatus>();
  const without = new Set<TicketId>();
  const refused = new Set<TicketStatus>();
  let detail: string | undefined;

  return {
    ask(id, wanted) {
      // Every ticket but a closed one can be open: what is refused with it would be refused without.
      if (wanted === undefined || wanted === 'open') return wanted;
      if (refused.has(wanted)) without.add(id);
      if (without.has(id)) return undefined;
      asked.set(id, wanted);
      return wanted;
    },
    settle(results) {
      const taken = new Set(results.told.map((id) => asked.get(id)));
      // A ticket that is gone from sight says nothing about its status.
      const doubted = results.refused.filter(({ id, because }) => asked.has(id) && because !== 'not visible');
      for (const each of doubted) {
        const status = asked.get(each.id);
        without.add(each.id);
        detail ??= each.detail;
        // On-hold exists only where an admin has switched it on: what no ticket of a job takes is not asked for again.
        if (status && !taken.has(status)) refused.add(status);
      }
      const { told, again } = results;
      for (const id of [...told, ...again, ...results.refused.map((each) => each.id)]) asked.delete(id);
      return {
        ...results,
        again: [...again, ...doubted.map(({ id }) => id)],
        refused: results.refused.filter((each) => !doubted.includes(each)),
      };
    },
    get left() {
      return without.size > 0 ? { count: without.size, detail } : undefined;
    },
  };
}
