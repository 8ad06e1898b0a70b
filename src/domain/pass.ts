import { type Untold, untoldReason } from './coverage.ts';
import { isSettled } from './deskTime.ts';
import { mayTouch } from './drill.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { isLedgerDoubtful, toldOf } from './ledger.ts';
import { isOutside, needsFollowUp } from './rca.ts';
import type { Customer } from './reply.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** A report's requester, as far as Zendesk says. */
export interface Person extends Customer {
  readonly id: number;
  readonly isSuspended: boolean;
}

/** Why a report is not told by a broadcast; each has a text of its own. */
export type SkipReason =
  | Untold
  | 'not asked'
  | 'suspended'
  | 'not visible'
  | 'not allowed'
  | 'refused'
  | 'too long'
  | 'no drill ticket';

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
  /** Closed: a ticket that goes on from it tells its customer. */
  readonly follow: readonly Ticket[];
  /** No report of this incident any more. */
  readonly gone: readonly TicketId[];
}

/** What is to be done with one report. */
export type Verdict = 'tell' | 'wait' | 'told' | 'check' | 'follow' | 'gone' | SkipReason;

/** `readAt` is the desk's time, at the latest, when the report was read. */
export function verdictOn(
  report: Ticket,
  incident: Incident,
  person: Person | undefined,
  readAt: Date,
): Verdict {
  const told = toldOf(report.fields.allclear_told, incident.id);
  if (report.problemId !== incident.id) return 'gone';
  if (!mayTouch(incident, report)) return 'no drill ticket';
  if (told === newestUpdate(incident)) return 'told';
  if (isOutside(incident, report)) return 'not asked';
  const isFollowed = needsFollowUp(incident, report);
  const reason = isFollowed ? undefined : untoldReason(report);
  if (reason) return reason;
  if (person?.isSuspended) return 'suspended';
  if (isFollowed) return 'follow';
  if (!isSettled(report, readAt)) return 'wait';
  return isDoubtful(report, told, incident) ? 'check' : 'tell';
}

/** The same for a page of reports. */
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
    follow: [] as Ticket[],
    gone: [] as TicketId[],
  };
  for (const report of reports) {
    const { id } = report;
    const verdict = verdictOn(report, incident, people.get(report.requesterId ?? 0), readAt);
    if (verdict === 'tell' || verdict === 'check' || verdict === 'follow') pass[verdict].push(report);
    else if (verdict === 'wait' || verdict === 'told' || verdict === 'gone') pass[verdict].push(id);
    else pass.skip.push({ id, because: verdict });
  }
  return pass;
}

// Posting and reading happen on computers whose clocks differ.
const CLOCKS_DIFFER_MS = 15_000;

/**
 * People can edit the ledger. A lower number is taken at its word; a higher one than was ever posted is not, and
 * neither is a field that was emptied or garbled since this update went out, on a report that was told something.
 */
function isDoubtful(report: Ticket, told: number | undefined, { id, update }: Incident): boolean {
  if (!update) return false;
  if (told !== undefined) return told > update.n;
  return (
    isLedgerDoubtful(report, id) && Date.parse(report.updatedAt) >= Date.parse(update.at) - CLOCKS_DIFFER_MS
  );
}
