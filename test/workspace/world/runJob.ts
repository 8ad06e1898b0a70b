import type { TicketChange } from './change.ts';
import type { Job, JobRow } from './job.ts';
import { maySee } from './maySee.ts';
import type { User } from './person.ts';
import { Refusal } from './refusal.ts';
import { ticketLimit } from './ticketLimit.ts';
import { updateTicket } from './updateTicket.ts';
import type { World } from './world.ts';

export interface JobItem {
  id: number;
  change: TicketChange;
  /** Milliseconds; the moment the job was queued unless the item brings its own. */
  stamp: number | undefined;
}

/** Queues a job that updates tickets one after the other, each alone, and works it off as the world's time goes on. */
export function startJob(
  world: World,
  agent: User,
  items: readonly JobItem[],
  type = 'Bulk Update Ticket',
): Job {
  const { wait, perTicket, chunk } = world.settings.jobs;
  const queuedAt = world.clock.now();
  const job: Job = {
    id: jobId(world),
    type,
    agentId: agent.id,
    queuedAt,
    state: 'queued',
    total: items.length,
    progress: 0,
    message: null,
    rows: [],
  };
  world.jobs.set(job.id, job);
  const fault = world.faults.forJob(job);
  const stopAt = fault && 'after' in fault ? Math.min(fault.after, items.length) : Number.POSITIVE_INFINITY;

  function work() {
    job.state = 'working';
    const end = Math.min(items.length, job.progress + chunk, stopAt);
    for (const item of items.slice(job.progress, end)) {
      const isDoomed = fault?.kind === 'rows' && fault.fails(item.id);
      job.rows.push(
        isDoomed ? failed(item.id, fault.error, fault.details) : updateOne(world, agent, item, queuedAt),
      );
    }
    job.progress = end;
    if (end >= stopAt && fault?.kind === 'endless') return; // it stays in this state for ever
    if (end >= stopAt && fault?.kind === 'killed') finish(world, job, fault.state ?? 'killed');
    else if (end === items.length) finish(world, job, 'completed');
    else world.clock.after(perTicket * chunk, work);
  }

  const late = fault?.kind === 'late' ? fault.ms : 0;
  world.clock.after(wait + late + perTicket * Math.min(chunk, items.length), work);
  return job;
}

/** Jobs that are queued or running, of which an account has at most thirty. */
export function inFlight(world: World): Job[] {
  return [...world.jobs.values()].filter(({ state }) => state === 'queued' || state === 'working');
}

/** Forgets jobs that are older than Zendesk keeps them. */
export function forgetOldJobs(world: World) {
  const oldest = world.clock.now() - world.settings.jobs.keep;
  for (const job of world.jobs.values()) {
    if (job.queuedAt >= oldest) return; // they are in the order in which they were made
    world.jobs.delete(job.id);
  }
}

function updateOne(world: World, agent: User, { id, change, stamp }: JobItem, queuedAt: number): JobRow {
  const ticket = world.tickets.get(id);
  if (!ticket || !maySee(world, agent, ticket)) return failed(id, 'TicketNotFound', 'Ticket not found');
  try {
    if (world.settings.jobItemsCount && ticketLimit(world, agent, id))
      return failed(id, 'TooManyUpdates', 'Rate limit for ticket updates exceeded');
    updateTicket(world, ticket, change, agent, { stamp: stamp ?? queuedAt });
    return { id, done: true };
  } catch (refusal) {
    if (refusal instanceof Refusal) return failed(id, refusal.error, reasonOf(refusal));
    throw refusal;
  }
}

const failed = (id: number, error: string, details: string): JobRow => ({ id, done: false, error, details });

const reasonOf = ({ message, details }: Refusal) =>
  Object.values(details ?? {})
    .flat()
    .map(({ description }) => description)
    .join(' ') || message;

function finish(world: World, job: Job, state: 'completed' | 'killed' | 'failed') {
  job.state = state;
  const time = new Date(world.clock.now()).toISOString().slice(0, 19).replace('T', ' ');
  job.message = `${state.charAt(0).toUpperCase()}${state.slice(1)} at ${time} +0000`;
}

function jobId(world: World): string {
  let id = '';
  while (id.length < 32)
    id += Math.floor(world.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return id;
}
