import { type BatchItem, MOST_PER_BATCH } from '../domain/batch.ts';
import { type Ended, type Flight, isStuck, MINUTE_MS, MOST_JOBS, nextLook } from '../domain/pacing.ts';
import { hasEnded, isOverLimit, type Results, readResults } from '../domain/results.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
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

// While more is to be sent, room for many jobs is worth a request; one freed place is not.
const MANY = 1 / 2;

/** Fills batches, keeps a window of jobs in Zendesk's queue and hands over what became of each ticket. */
export function createSender(
  { batches, clock }: Pick<BroadcastPorts, 'batches' | 'clock'>,
  paced: Paced,
  settle: (results: Results) => void,
  mayGoOn: () => Promise<boolean>,
): Sender {
  let waiting: BatchItem[] = [];
  let flying: SentJob[] = [];
  let ended: Ended | undefined;
  // Sent and not answered yet: meanwhile the next reports are read.
  const leaving = new Set<Promise<void>>();

  async function look(part: number) {
    await Promise.allSettled(leaving);
    await Promise.all(leaving); // throws what one of them threw
    if (flying.length === 0) return;
    await paced.pause('jobs', nextLook(flying, clock.now().getTime(), part, ended));
    const { value: jobs } = await paced.read(() => batches.jobs(flying.map(({ id }) => id)));
    const at = clock.now().getTime();
    flying = flying.flatMap((sent) => {
      const job = jobs.find(({ id }) => id === sent.id);
      const moved = seen(sent, job?.done ?? 0, at);
      if (job && !hasEnded(job) && !isStuck(moved, at)) return [moved];
      if (job?.state === 'completed') ended = quicker(ended, { size: sent.size, ms: at - sent.queuedAt });
      if (job && isOverLimit(job)) paced.rest(MINUTE_MS);
      settle(readResults(sent.tickets, job && hasEnded(job) ? job : undefined));
      return [];
    });
  }

  async function flush() {
    while (flying.length + leaving.size >= MOST_JOBS) await look(MANY);
    const items = waiting.splice(0, MOST_PER_BATCH);
    if (items.length === 0 || !(await mayGoOn())) return;
    settle({ told: [], again: [], refused: [], unsure: items.map(({ ticket }) => ticket.id) });
    const sent = launch(items).then(() => void leaving.delete(sent));
    sent.catch(() => {}); // it stays among the leaving, for the next look to throw
    leaving.add(sent);
  }

  async function launch(items: readonly BatchItem[]) {
    const tickets = items.map(({ ticket }) => ticket.id);
    const id = await paced
      .write(() => batches.send(items))
      .catch((error: unknown) => {
        if (isRefusal(error)) settle({ told: [], again: tickets, refused: [], unsure: [] });
        throw error;
      });
    // Without an answer the job may be running all the same: its tickets stay unsure, and their ledgers will say.
    if (id === undefined) return;
    const now = clock.now().getTime();
    flying.push({ id, tickets, size: items.length, queuedAt: now, seenAt: now, done: 0, movedAt: now });
  }

  return {
    async add(item) {
      waiting.push(item);
      if (waiting.length >= MOST_PER_BATCH) await flush();
    },
    async finish() {
      if (waiting.length > 0) await flush();
      waiting = [];
      while (flying.length + leaving.size > 0) await look(1);
    },
  };
}

function seen(sent: SentJob, done: number, at: number): SentJob {
  if (done <= sent.done) return { ...sent, seenAt: at };
  return { ...sent, seenAt: at, done, movedAt: at, began: sent.began ?? { at, done } };
}

// A look that came late says little; of two, the quicker is nearer to the truth.
function quicker(a: Ended | undefined, b: Ended): Ended {
  return a && a.ms / a.size < b.ms / b.size ? a : b;
}

// Zendesk has queued nothing then.
function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && (error.trouble === 'forbidden' || error.trouble === 'refused');
}
