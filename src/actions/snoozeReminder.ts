import { toIncident } from '../domain/incident.ts';
import { type PromiseKind, promisesOf } from '../domain/promises.ts';
import { remindersIn, type Snooze } from '../domain/reminders.ts';
import { cleanReason } from '../domain/snooze.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withReminders } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { changeProblem, type Decided } from './changeProblem.ts';

export interface SnoozeWish {
  readonly kind: PromiseKind;
  /** Which promise, as it was seen. */
  readonly due: string;
  /** ISO 8601. */
  readonly until: string;
  readonly reason: string;
}

export type Snoozed =
  | { readonly do: 'snoozed'; readonly snooze: Snooze }
  /** Customers have been told meanwhile, or were given another time: there is nothing to put off. */
  | { readonly do: 'overtaken' }
  | { readonly do: 'refuse'; readonly because: 'record' | 'no reason' };

/**
 * Puts the reminders of a promise off, for everybody. What customers were promised stays as it is, and overdue where it is: who put
 * it off, until when and why stands in the record and in the timeline. Throws a `ServiceError` when it could not be written.
 */
export async function snoozeReminder(
  ports: Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>,
  incidentId: TicketId,
  { kind, due, until, reason }: SnoozeWish,
): Promise<Snoozed> {
  const because = cleanReason(reason);
  if (!because) return { do: 'refuse', because: 'no reason' };
  const { id, name } = await ports.tickets.me();
  const at = ports.clock.now().toISOString();
  const snooze: Snooze = { due, until, reason: because, by: { id, name }, at };
  return changeProblem(ports, incidentId, (incident, problem): Decided<Snoozed> => {
    const text = problem.fields.allclear_record;
    const known = remindersIn(text, kind);
    if (known.snooze?.at === at && known.snooze.by.id === id) return { done: { do: 'snoozed', snooze } };
    const isOwed = promisesOf(toIncident(problem), ports.settings).some(
      (owed) => owed.kind === kind && owed.due === due,
    );
    if (!isOwed) return { done: { do: 'overtaken' } };
    const written = withReminders(text, kind, { ...known, snooze }, problem.createdAt);
    if (written.state === 'unreadable' || incident.recordTrouble)
      return { done: { do: 'refuse', because: 'record' } };
    return {
      write: {
        fields: { allclear_record: written.text },
        note: { did: 'snooze', what: kind, due, until, reason: because },
      },
      answer: { do: 'snoozed', snooze },
    };
  });
}
