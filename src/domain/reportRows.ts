import { type Untold, untoldReason } from './coverage.ts';
import type { Incident } from './incident.ts';
import { isLedgerDoubtful, toldOf } from './ledger.ts';
import { oneLine } from './markup.ts';
import type { Person, Skipped, SkipReason } from './pass.ts';
import { isOutside, needsFollowUp } from './rca.ts';
import type { Ticket, TicketId, TicketStatus } from './ticket.ts';

/** What a list of thousands keeps of a report: enough to show it, find it and say what its ledger says. */
export interface ReportRow {
  readonly id: TicketId;
  readonly subject: string;
  readonly customer: string;
  /** As Zendesk has it (`es-419`); empty when it does not say. */
  readonly language: string;
  readonly channel: string;
  /** Its number in Zendesk; 0 for somebody of none. */
  readonly organization: number;
  /** When the customer wrote. */
  readonly createdAt: string;
  readonly status: TicketStatus;
  /** The last update of the incident that the ledger names. It holds no other. */
  readonly told: number | undefined;
  /** It was told something, and the ledger does not say what. */
  readonly isDoubtful: boolean;
  /** Why no broadcast reaches it now. */
  readonly cannot: Untold | 'suspended' | undefined;
  /** Why the broadcast that was run from here did not. */
  readonly failed: Skipped | undefined;
  /** What a search looks through, folded. */
  readonly words: string;
}

/** `since`: told a newer update than the one asked about, which leaves open whether this one too. */
export type RowStanding = 'told' | 'since' | 'behind' | 'cannot';

/** `undefined` for a ticket that hangs on the incident no more. */
export function toReportRow(
  report: Ticket,
  incident: TicketId,
  person: Person | undefined,
  nameOfLanguage: (language: string) => string = (language) => language,
  newest: Pick<Incident, 'update'> = {},
): ReportRow | undefined {
  if (report.problemId !== incident) return undefined;
  const subject = oneLine(report.subject);
  const customer = oneLine(person?.name ?? '');
  const language = person?.locale ?? '';
  const { id, channel, status, createdAt, organizationId = 0 } = report;
  return {
    id,
    subject,
    customer,
    language,
    channel,
    organization: organizationId,
    createdAt,
    status,
    told: toldOf(report.fields.allclear_told, incident),
    isDoubtful: isLedgerDoubtful(report, incident),
    cannot:
      (needsFollowUp(newest, report) ? undefined : untoldReason(report)) ??
      (person?.isSuspended ? 'suspended' : undefined),
    failed: isOutside(newest, report) ? { id, because: 'not asked' } : undefined,
    words: fold(`#${id}\n${customer}\n${subject}\n${language}\n${nameOfLanguage(language)}`),
  };
}

/** Where a report stands with update `n`, when `newest` is the one that customers are told now. */
export function standingOf({ told = -1, cannot, failed }: ReportRow, n: number, newest: number): RowStanding {
  if (told === n || (told > n && n >= newest)) return 'told';
  if (told > n) return 'since';
  return cannot || (failed && n >= newest) ? 'cannot' : 'behind';
}

/** Why a report can't be told: what is so now comes before what happened last time. */
export function whyNotTold({ cannot, failed }: ReportRow): SkipReason | undefined {
  return cannot ?? failed?.because;
}

export interface RowTally extends Readonly<Record<RowStanding, number>> {
  readonly all: number;
  readonly reasons: Readonly<Partial<Record<SkipReason, number>>>;
}

export function tallyRows(rows: readonly ReportRow[], n: number, newest: number): RowTally {
  const tally = { all: rows.length, told: 0, since: 0, behind: 0, cannot: 0 };
  const reasons: Partial<Record<SkipReason, number>> = {};
  for (const row of rows) {
    const standing = standingOf(row, n, newest);
    const reason = standing === 'cannot' && whyNotTold(row);
    tally[standing] += 1;
    if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { ...tally, reasons };
}

export interface RowFilter {
  /** `answered`: those whose customers have written since, as `filterRows` is told. */
  readonly show: RowStanding | 'all' | 'answered';
  /** Every word of it has to be found. */
  readonly text: string;
}

export function filterRows(
  rows: readonly ReportRow[],
  { show, text }: RowFilter,
  n: number,
  newest: number,
  answered?: { has(id: TicketId): boolean },
): readonly ReportRow[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  if (show === 'all' && wanted.length === 0) return rows;
  return rows.filter(
    (row) =>
      (show === 'all' ||
        (show === 'answered' ? answered?.has(row.id) : standingOf(row, n, newest) === show)) &&
      wanted.every((word) => row.words.includes(word)),
  );
}

/** Without capitals and accents: "lucia" finds Lucía. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
