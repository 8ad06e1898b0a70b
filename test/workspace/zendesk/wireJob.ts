import type { Job } from '../world/job.ts';
import { inFlight } from '../world/runJob.ts';
import type { World } from '../world/world.ts';

// https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/
export function wireJob(world: World, job: Job) {
  const isQueued = job.state === 'queued';
  return {
    id: job.id,
    job_type: job.type,
    url: `https://${world.settings.subdomain}.zendesk.com/api/v2/job_statuses/${job.id}.json`,
    total: isQueued ? null : job.total,
    progress: isQueued ? null : job.progress,
    status: job.state,
    message: job.message,
    results: job.state === 'completed' ? job.rows.map(wireRow) : null,
  };
}

function wireRow(row: Job['rows'][number]) {
  if (row.done) return { id: row.id, action: 'update', status: 'Updated', success: true };
  return { id: row.id, action: 'update', success: false, error: row.error, details: row.details };
}

/** How many more jobs the account may have queued or running. */
export function inFlightHeader(world: World): Record<string, string> {
  const total = world.settings.mostJobs;
  const remaining = Math.max(0, total - inFlight(world).length);
  return { 'zendesk-ratelimit-inflight-jobs': `total=${total}; remaining=${remaining}; resets=60` };
}
