import type { Skipped, SkipReason } from './pass.ts';
import type { TicketId } from './ticket.ts';

/** A job in Zendesk's queue, as last looked at. */
export interface Job {
  readonly id: string;
  readonly state: 'queued' | 'working' | 'completed' | 'failed' | 'killed';
  readonly done: number;
  /** Told only when the job has ended, and not always then. */
  readonly rows: readonly JobRow[];
}

export interface JobRow {
  readonly id: TicketId;
  readonly ok: boolean;
  readonly error?: string | undefined;
  readonly details?: string | undefined;
}

/** What became of each ticket that was sent with a job. */
export interface Results {
  readonly told: readonly TicketId[];
  /** Somebody else changed it meanwhile, or Zendesk was busy: read it again and send anew. */
  readonly again: readonly TicketId[];
  readonly refused: readonly Skipped[];
  /** Nobody knows: the ledger will say. */
  readonly unsure: readonly TicketId[];
}

export function hasEnded({ state }: Job): boolean {
  return state === 'completed' || state === 'failed' || state === 'killed';
}

/** Reads a job that has ended, row by row; `undefined` is a job of which nothing is known any more. */
export function readResults(sent: readonly TicketId[], job: Job | undefined): Results {
  const rows = new Map(job?.rows.map((row) => [row.id, row]));
  const told: TicketId[] = [];
  const again: TicketId[] = [];
  const refused: Skipped[] = [];
  const unsure: TicketId[] = [];
  for (const id of sent) {
    const row = rows.get(id);
    if (!row) unsure.push(id);
    else if (row.ok) told.push(id);
    else if (isPassing(row)) again.push(id);
    else refused.push({ id, because: reasonOf(row), detail: row.details || row.error });
  }
  return { told, again, refused, unsure };
}

/**
 * Whether Zendesk failed rows because of a limit: whether the tickets of a job count as updates, of which an account has
 * a hundred a minute, is not said. https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
export function isOverLimit({ rows }: Job): boolean {
  return rows.some(({ ok, error = '' }) => !ok && OVER_LIMIT.test(error));
}

const OVER_LIMIT = /toomany|ratelimit/i;

// The names of conflicts are reported by integrators, not documented; a rate limit on rows is neither, so both are
// recognised generously: sending again is harmless.
function isPassing({ error = '' }: JobRow): boolean {
  return /conflict|deadlock/i.test(error) || OVER_LIMIT.test(error);
}

function reasonOf({ error = '', details = '' }: JobRow): SkipReason {
  const text = `${error} ${details}`;
  if (/not.?found/i.test(text)) return 'not visible';
  if (/closed/i.test(text)) return 'closed';
  if (/suspended/i.test(text)) return 'suspended';
  if (/forbidden|permission|access/i.test(text)) return 'not allowed';
  return 'refused';
}
