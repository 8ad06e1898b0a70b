import type { FieldKey } from './fields.ts';

/** One update of a ticket, as far as it concerns Allclear: what it says of itself, and what it changed. */
export interface Audit {
  readonly at: string;
  /** Zendesk itself acts under a number that is nobody's. */
  readonly authorId: number;
  /** What a write of ours said of itself; anything may stand there. Absent for everybody else's. */
  readonly note?: unknown;
  /** New values of our fields and of the status, as text; empty for a field that was emptied. */
  readonly changes: Readonly<Partial<Record<FieldKey | 'status', string>>>;
  /** The update that made the ticket. */
  readonly isFirst: boolean;
}
