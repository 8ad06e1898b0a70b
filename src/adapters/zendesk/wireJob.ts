import * as v from 'valibot';
import type { Job } from '../../domain/results.ts';

/** The answer to a request that queued a job. */
export const StartedJob = v.object({ job_status: v.object({ id: v.string() }) });

/** Jobs that were asked for; each is read by `toJob`, so that one of another shape does not hide the others. */
export const WireJobs = v.object({ job_statuses: v.array(v.unknown()) });

// Integrators have met numbers in quotes; an id that is neither is no id.
const Count = v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]);

// https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/#json-format
const WireJob = v.object({
  id: v.string(),
  // A state that no page names has not ended, as far as is known: patience with it ends as with every other.
  status: v.fallback(v.picklist(['queued', 'working', 'completed', 'failed', 'killed']), 'working'),
  progress: v.fallback(v.optional(v.nullable(Count)), undefined),
  results: v.optional(v.unknown()),
});
const WireRow = v.looseObject({
  id: Count,
  success: v.optional(v.unknown()),
  error: v.optional(v.unknown()),
  details: v.optional(v.unknown()),
});

/**
 * A job as far as it can be read; `undefined` when not even which one it is. A row that can't be read is left out: what
 * became of its ticket is not known then, and its ledger will say.
 */
export function toJob(wire: unknown): Job | undefined {
  const job = v.safeParse(WireJob, wire);
  if (!job.success) return undefined;
  const { id, status, progress, results } = job.output;
  const rows = (Array.isArray(results) ? results : []).flatMap((each: unknown) => {
    const row = v.safeParse(WireRow, each);
    if (!row.success) return [];
    const { success, error, details } = row.output;
    if (typeof success !== 'boolean' && !error) return [];
    return [{ id: row.output.id, ok: success === true, error: toText(error), details: toText(details) }];
  });
  return { id, state: status, done: progress ?? 0, rows };
}

function toText(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  return JSON.stringify(value);
}
