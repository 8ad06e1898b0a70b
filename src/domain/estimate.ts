import { MOST_PER_BATCH } from './batch.ts';
import { MOST_JOBS, mostPerMinute } from './pacing.ts';

// No page of Zendesk's says how long a job takes; a hundred comments with their mails are taken for this long.
export const USUAL_JOB_MS = 20_000;
const USUAL_REQUEST_MS = 400;
// The claim, the wait for a settled stamp, the agent, the macros, the first look.
const START_MS = 5_000;
const OTHER_REQUESTS = 8;
const REQUESTS_PER_LOOK = 0.2; // of a batch: one look takes in all jobs that are under way

/**
 * How long telling so many of so many reports will take, in milliseconds, before it has begun: Zendesk's jobs at their
 * usual pace, as many at a time as we run, within our share of the limits, and nobody else at work on them.
 */
export function estimateTelling(
  { total, tell }: { readonly total: number; readonly tell: number },
  share: number,
): number {
  const pages = Math.ceil(total / MOST_PER_BATCH);
  const jobs = Math.ceil(tell / MOST_PER_BATCH);
  const requests = pages + jobs * (1 + REQUESTS_PER_LOOK) + OTHER_REQUESTS;
  // A share that is used up comes back a minute after it was.
  const waiting = Math.floor(requests / mostPerMinute(share)) * 60_000;
  const asking = requests * USUAL_REQUEST_MS;
  const working = Math.ceil(jobs / MOST_JOBS) * jobMs(tell);
  return START_MS + Math.max(working, waiting, asking) + (jobs > MOST_JOBS ? jobMs(tell) : 0);
}

// A small job is done sooner.
function jobMs(tell: number): number {
  return (USUAL_JOB_MS * Math.min(tell, MOST_PER_BATCH)) / MOST_PER_BATCH;
}
