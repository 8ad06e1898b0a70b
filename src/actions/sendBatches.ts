import { type BatchItem, MOST_PER_BATCH } from '../domain/batch.ts';
import { type Flight, isStuck, MOST_JOBS, nextLook } from '../domain/pacing.ts';
import { hasEnded, type Results, readResults } from '../domain/results.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type BroadcastPorts, ServiceError } from '../ports.ts';
import type { Paced } from './paced.ts';

export interface Sender {
  /** Takes an item along; sends a batch as soon as one is full. */
  add(item: BatchItem): Promise<void>;
  /** Sends what is left and follows every job to its end. */
  finish(): Promise<void>;
}

interface SentJob extends Flight {
  readonly id: string;
  readonly tickets: readonly TicketId[];
}

// Zendesk has queued nothing then.
function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && (error.trouble === 'forbidden' || error.trouble === 'refused');
}

/** Fills batches, keeps a window of jobs in Zendesk's queue and hands over what became of each ticket. */
export function createSender(
  { batches, clock }: Pick<BroadcastPorts, 'batches' | 'clock'>,
  paced: Paced,
  settle: (results: Results, sent: readonly TicketId[]) => void,
  mayGoOn: () => Promise<boolean>,
): Sender {
  let waiting: BatchItem[] = [];
  let flying: SentJob[] = [];

  async function look() {
    const now = clock.now().getTime();
    await paced.pause('jobs', nextLook(flying, now));
    const { value: jobs } = await paced.read(() => batches.jobs(flying.map(({ id }) => id)));
    const at = clock.now().getTime();
    flying = flying.flatMap((sent) => {
      const job = jobs.find(({ id }) => id === sent.id);
      const moved = job && job.done > sent.done ? { ...sent, done: job.done, movedAt: at } : sent;
      if (job && !hasEnded(job) && !isStuck(moved, at)) return [moved];
      settle(readResults(sent.tickets, job && hasEnded(job) ? job : undefined), sent.tickets);
      return [];
    });
  }

  async function flush() {
    while (flying.length >= MOST_JOBS) await look();
    const items = waiting.splice(0, MOST_PER_BATCH);
    if (items.length === 0 || !(await mayGoOn())) return;
    const tickets = items.map(({ ticket }) => ticket.id);
    settle({ told: [], again: [], refused: [], unsure: tickets }, tickets);
    const id = await paced
      .write(() => batches.send(items))
      .catch((error: unknown) => {
        if (isRefusal(error)) settle({ told: [], again: tickets, refused: [], unsure: [] }, tickets);
        throw error;
      });
    // Without an answer the job may be running all the same: its tickets stay unsure, and their ledgers will say.
    if (id === undefined) return;
    const now = clock.now().getTime();
    flying.push({ id, tickets, size: items.length, queuedAt: now, done: 0, movedAt: now });
  }

  return {
    async add(item) {
      waiting.push(item);
      if (waiting.length >= MOST_PER_BATCH) await flush();
    },
    async finish() {
      if (waiting.length > 0) await flush();
      waiting = [];
      while (flying.length > 0) await look();
    },
  };
}
