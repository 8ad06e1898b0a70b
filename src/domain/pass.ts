import { type Untold, untoldReason } from './coverage.ts';
import { isSettled } from './deskTime.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { toldOf } from './ledger.ts';
import type { Customer } from './reply.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** A report's requester, as far as Zendesk says. */
export interface Person extends Customer {
  readonly id: number;
  readonly isSuspended: boolean;
}

/** Why a report is not told by a broadcast; each has a text of its own. */
export type SkipReason = Untold | 'suspended' | 'not visible' | 'not allowed' | 'refused';

export interface Skipped {
  readonly id: TicketId;
  readonly because: SkipReason;
  /** Zendesk's own words, where it refused. */
  readonly detail?: string | undefined;
}

/** What is to be done with the reports that were just read. Each is in exactly one of the lists. */
export interface Pass {
  readonly tell: readonly Ticket[];
  /** Changed a moment ago: read again before writing. */
  readonly wait: readonly TicketId[];
  readonly skip: readonly Skipped[];
  readonly told: readonly TicketId[];
  /** The ledger does not look as we left it: the audits say whether this customer was told. */
  readonly check: readonly Ticket[];
  /** No report of this incident any more. */
  readonly gone: readonly TicketId[];
}

/** `readAt` is the desk's time, at the latest, when the reports were read. */
export function planPass(
  incident: Incident,
  reports: readonly Ticket[],
  people: ReadonlyMap<number, Person>,
  readAt: Date,
): Pass {
  const pass = {
    tell: [] as Ticket[],
    wait: [] as TicketId[],
    skip: [] as Skipped[],
    told: [] as TicketId[],
    check: [] as Ticket[],
    gone: [] as TicketId[],
  };
  const n = newestUpdate(incident);
  for (const report of reports) {
    const { id } = report;
    const told = toldOf(report.fields.allclear_told, incident.id);
    const isSuspended = people.get(report.requesterId ?? 0)?.isSuspended === true;
    const reason = untoldReason(report) ?? (isSuspended ? 'suspended' : undefined);
    if (report.problemId !== incident.id) pass.gone.push(id);
    else if (told === n) pass.told.push(id);
    else if (reason) pass.skip.push({ id, because: reason });
    else if (!isSettled(report, readAt)) pass.wait.push(id);
    else if (isDoubtful(report, told, incident)) pass.check.push(report);
    else pass.tell.push(report);
  }
  return pass;
}

// Posting and reading happen on computers whose clocks differ.
const CLOCKS_DIFFER_MS = 15_000;

/**
 * People can edit the ledger. A lower number is taken at its word; a higher one than was ever posted is not, and
 * neither is a field that was emptied or garbled since this update went out, on a report that was told something.
 */
function isDoubtful(report: Ticket, told: number | undefined, { update }: Incident): boolean {
  if (!update) return false;
  if (told !== undefined) return told > update.n;
  const wasTold = Boolean(report.fields.allclear_stage ?? report.fields.allclear_told);
  return wasTold && Date.parse(report.updatedAt) >= Date.parse(update.at) - CLOCKS_DIFFER_MS;
}
