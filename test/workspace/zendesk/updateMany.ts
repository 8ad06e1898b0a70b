import type { Answer } from '../world/call.ts';
import type { TicketChange } from '../world/change.ts';
import { badRequest, forbidden } from '../world/refusal.ts';
import { forgetOldJobs, inFlight, type JobItem, startJob } from '../world/runJob.ts';
import type { World } from '../world/world.ts';
import { isObject, readChange, readStamp } from './readChange.ts';
import { listOf, ok, type Request, type Route } from './route.ts';
import { inFlightHeader, wireJob } from './wireJob.ts';

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets
const MOST_TICKETS = 100;

export const updateManyRoutes: Route[] = [
  { method: 'PUT', path: '/api/v2/tickets/update_many', answer: updateMany },
];

function updateMany(request: Request): Answer {
  const { world, agent } = request;
  const items = readItems(request);
  if (items.length === 0) throw badRequest('No tickets to update');
  if (items.length > MOST_TICKETS) throw badRequest(`At most ${MOST_TICKETS} tickets can be updated at once`);
  if (world.customRoles.get(agent.customRoleId ?? 0)?.configuration.ticket_bulk_edit === false)
    throw forbidden();
  if (agent.onlyPrivateComments && items.some(({ change }) => !isPrivateNote(change))) throw forbidden();
  forgetOldJobs(world);
  const running = inFlight(world);
  if (running.length >= world.settings.mostJobs)
    return tooManyJobs(
      world,
      running.map(({ id }) => id),
    );
  const job = startJob(world, agent, items);
  return ok({ job_status: wireJob(world, job) }, inFlightHeader(world));
}

function readItems({ world, body, query }: Request): JobItem[] {
  if (!isObject(body)) throw badRequest('Required parameter missing: ticket or tickets');
  const ids = listOf(query.get('ids'));
  if (Array.isArray(body.tickets)) {
    if (ids.length > 0) throw badRequest('ids goes only with ticket');
    return body.tickets.map((row) => readRow(world, row));
  }
  if (!isObject(body.ticket)) throw badRequest('Required parameter missing: ticket or tickets');
  const change = readChange(body.ticket);
  const stamp = readStamp(body.ticket);
  return ids.map((id) => ({ id: Number(id), change, stamp }));
}

// In a batch, a stamp of one's own needs both properties.
function readRow(world: World, row: unknown): JobItem {
  if (!isObject(row) || typeof row.id !== 'number') throw badRequest('Each of tickets needs an id');
  const isSafe = row.safe_update !== undefined;
  const stamp = readStamp(row);
  if (isSafe !== (stamp !== undefined))
    throw badRequest(`Ticket ${row.id}: safe_update and updated_stamp go together`);
  if (!isSafe && !world.settings.batchWithoutStamp)
    throw badRequest(`Ticket ${row.id}: safe_update and updated_stamp are required`);
  return { id: row.id, change: readChange(row), stamp };
}

const isPrivateNote = ({ comment, custom: _, ...edits }: TicketChange) =>
  comment?.public === false && Object.keys(edits).length === 0;

function tooManyJobs(world: World, ids: string[]): Answer {
  return {
    status: world.settings.tooManyJobsStatus,
    headers: { 'retry-after': '60', ...inFlightHeader(world) },
    body: {
      error: 'TooManyJobs',
      description: 'Too many Bulk Update Ticket jobs are currently queued or running. Try again later.',
      current_job_ids: ids,
    },
  };
}
