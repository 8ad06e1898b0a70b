import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { type Detached, detachReport } from './detachReport.ts';
import { createPaced, type Waiting } from './paced.ts';

export interface DetachedMany {
  readonly detached: readonly TicketId[];
  /** Its former priority could not be put back: it had none, and Zendesk takes none away. */
  readonly priorityStays: number;
  /** Nothing was changed on these, or nobody knows. */
  readonly not: readonly { readonly id: TicketId; readonly because: Reason; readonly error?: ServiceError }[];
}

type Reason = Extract<Detached, { because: string }>['because'] | 'failed';

// Each is looked at with its history, and written: the agent, the ticket, its audits, the write.
const REQUESTS_EACH = 4;

/**
 * Takes tickets off their incident one by one, each by the rules of detaching one, within our share of Zendesk's limits. One
 * that fails does not keep the others; running it again is harmless.
 */
export async function detachReports(
  ports: Pick<BroadcastPorts, 'tickets' | 'settings' | 'clock'>,
  ids: readonly TicketId[],
  onProgress: (done: number, waiting?: Waiting | undefined) => void = () => {},
  isStopped: () => boolean = () => false,
): Promise<DetachedMany> {
  const detached: TicketId[] = [];
  const not: DetachedMany['not'][number][] = [];
  let priorityStays = 0;
  const done = () => detached.length + not.length;
  const paced = createPaced(ports, (waiting) => onProgress(done(), waiting));
  for (const id of ids) {
    if (isStopped()) break;
    for (let slot = 1; slot < REQUESTS_EACH; slot += 1) await paced.once(async () => {});
    try {
      const outcome = await paced.once(() => detachReport(ports, id));
      if (outcome.do !== 'detached') not.push({ id, because: outcome.because });
      else {
        detached.push(id);
        if (outcome.priorityStays) priorityStays += 1;
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      not.push({ id, because: 'failed', error });
      if (error.trouble === 'too many') paced.rest((error.retryAfter ?? 60) * 1_000);
    }
    onProgress(done());
  }
  return { detached, priorityStays, not };
}
