import { notFound } from '../world/refusal.ts';
import { forgetOldJobs } from '../world/runJob.ts';
import { pageOf } from './paging.ts';
import { listOf, ok, type Request, type Route } from './route.ts';
import { inFlightHeader, wireJob } from './wireJob.ts';

export const jobStatusRoutes: Route[] = [
  { method: 'GET', path: '/api/v2/job_statuses', answer: list },
  { method: 'GET', path: '/api/v2/job_statuses/show_many', answer: showMany },
  { method: 'GET', path: '/api/v2/job_statuses/{job_status_id}', answer: show },
];

function list(request: Request) {
  const { world } = request;
  forgetOldJobs(world);
  const { rows, paging } = pageOf(request, {
    rows: [...world.jobs.values()].reverse(),
    keyOf: ({ id }) => id,
  });
  return ok({ job_statuses: rows.map((job) => wireJob(world, job)), ...paging }, inFlightHeader(world));
}

function showMany({ world, query }: Request) {
  forgetOldJobs(world);
  const jobs = listOf(query.get('ids')).flatMap((id) => world.jobs.get(id) ?? []);
  return ok({ job_statuses: jobs.map((job) => wireJob(world, job)) }, inFlightHeader(world));
}

function show({ world, params }: Request) {
  forgetOldJobs(world);
  const job = world.jobs.get(params.job_status_id ?? '');
  if (!job) throw notFound();
  return ok({ job_status: wireJob(world, job) }, inFlightHeader(world));
}
