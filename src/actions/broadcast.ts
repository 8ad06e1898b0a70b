import { createBook, type Tally } from '../domain/book.ts';
import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import { createDeskTime, type DeskTime, SETTLED_MS } from '../domain/deskTime.ts';
import { createStatusCare, type StatusLeft } from '../domain/reportStatus.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { createPasses } from './createPasses.ts';
import { createPaced, type Waiting } from './paced.ts';
import { whyNot } from './prepareReply.ts';
import { watchNewest } from './watchNewest.ts';
import { MACRO_PREFIX } from './writeReply.ts';

export interface Progress extends Tally {
  readonly n: number;
  readonly waiting?: Waiting | undefined;
}

export interface BroadcastOptions {
  readonly time?: DeskTime;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked before every batch; what was sent by then stays sent. */
  readonly isStopped?: () => boolean;
  /** These reports alone; all of the incident's unless said. */
  readonly only?: readonly TicketId[] | undefined;
}

export interface Broadcast extends Tally {
  /**
   * `done`: everybody is told or has a reason. `overtaken`: a newer update was posted, or none is. `cancelled`: somebody
   * has written down that nobody else is told. `unfinished`: some
   * reports kept changing, or Zendesk kept failing them; running again goes on with those.
   */
  readonly end: 'done' | 'stopped' | 'overtaken' | 'cancelled' | 'unfinished' | 'not allowed';
  /** Why it is not allowed. */
  readonly refusal?: BroadcastRefusal | undefined;
  /** Reports whose status Zendesk would not change as the settings ask; their customers are told all the same. */
  readonly statusLeft?: StatusLeft | undefined;
}

// In a row, without one more who was told.
const MOST_PASSES = 12;
const LONGEST_SETTLING_MS = 10_000;

/**
 * Brings update `n` to every report that was not told it: reads, writes in jobs, and goes on with those alone who were
 * not reached. All it knows is in the tickets, so anybody's app can run it again, or at the same time, at any moment.
 */
export async function broadcast(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  options: BroadcastOptions = {},
): Promise<Broadcast> {
  const { tickets } = ports;
  const { time = createDeskTime(), onProgress = () => {}, isStopped = () => false, only } = options;
  const book = createBook();
  const statuses = createStatusCare();
  let hidden = 0;
  let halt: 'stopped' | 'overtaken' | 'cancelled' | undefined;
  let waiting: Waiting | undefined;
  const report = () => onProgress({ n, ...book.tally(hidden), waiting });
  const end = (how: Broadcast['end']): Broadcast => {
    const { left: statusLeft } = statuses;
    return { end: how, ...book.tally(hidden), ...(statusLeft && { statusLeft }) };
  };
  const paced = createPaced(ports, (next) => {
    waiting = next;
    report();
  });

  const [{ me, refusal }, newest, macros] = await Promise.all([
    identifyBroadcaster(ports, paced.answer),
    watchNewest(ports, paced, time, incidentId, n),
    paced.answer(() => tickets.macros(MACRO_PREFIX)).catch(whyNot),
  ]);
  if (refusal) return { ...end('not allowed'), refusal };
  if (newest.incident.update?.n !== n || newest.incident.mergedInto) return end('overtaken');
  const mayGoOn = async (how?: 'by looking') => {
    if (isStopped()) halt = 'stopped';
    else if (!(await (how ? newest.isStill() : newest.isStillLately()))) halt = newest.because;
    return halt === undefined;
  };
  const need = { me, macros, book, statuses, paced, newest, time, mayGoOn, report };
  const passes = createPasses(ports, { ...need, ...options });
  try {
    return await goThrough();
  } catch (error) {
    // A right that could not be known of beforehand.
    if (!(error instanceof ServiceError) || error.trouble !== 'forbidden') throw error;
    return { ...end('not allowed'), refusal: { because: 'zendesk', detail: error.detail } };
  }

  async function goThrough(): Promise<Broadcast> {
    await (only ? passes.some(only) : passes.all());
    let mostTold = 0;
    for (let pass = 1; ; pass += 1) {
      if (halt) return end(halt);
      const left = book.unfinished();
      if (left.length > 0) {
        const { told } = book.tally();
        if (told > mostTold) pass = 1;
        mostTold = Math.max(mostTold, told);
        if (pass > MOST_PASSES) return end('unfinished');
        await paced.pause('settling', Math.min(SETTLED_MS * pass, LONGEST_SETTLING_MS));
        if (!(await newest.isStill())) return end(newest.because);
        await passes.some(left);
        continue;
      }
      if (only) return end('done');
      const { value: count } = await paced.read(() => tickets.countReports(incidentId));
      const before = book.size;
      if (count === before + hidden || pass > MOST_PASSES) return end('done');
      if (!(await newest.isStill())) return end(newest.because);
      await passes.all();
      // Reports that the agent can't see are counted by Zendesk, and listed for nobody.
      if (book.size === before && book.unfinished().length === 0) hidden = Math.max(0, count - before);
    }
  }
}
