import { planDetach, type Was } from '../domain/attach.ts';
import type { Priority, TicketId } from '../domain/ticket.ts';
import type { Note, Ports } from '../ports.ts';
import { lookAndWrite } from './lookAndWrite.ts';

export type Detached =
  | { readonly do: 'detached'; readonly priorityStays: boolean }
  | { readonly do: 'nothing'; readonly because: 'not attached' }
  | { readonly do: 'refuse'; readonly because: 'closed' | 'not allowed' };

/** Takes a ticket off its incident and puts back the type and priority it had. What its customer was told stays in the ledger. */
export async function detachReport(
  { tickets, clock }: Pick<Ports, 'tickets' | 'clock'>,
  ticketId: TicketId,
): Promise<Detached> {
  if ((await tickets.me()).isLight) return { do: 'refuse', because: 'not allowed' };
  let priorityStays = false;
  const look = () => Promise.all([tickets.readOne(ticketId), tickets.history(ticketId)]);
  return lookAndWrite(clock, look, async ([ticket, { notes }], tries): Promise<Detached> => {
    if (!ticket.problemId)
      return tries > 1 ? { do: 'detached', priorityStays } : { do: 'nothing', because: 'not attached' };
    if (ticket.status === 'closed') return { do: 'refuse', because: 'closed' };
    const last = notes.findLastIndex(
      ({ did, incident }) => did === 'attach' && incident === ticket.problemId,
    );
    const plan = planDetach(ticket, wasBefore(notes, last), notes[last]?.set as Priority | undefined);
    priorityStays = plan.priorityStays;
    await tickets.change(ticket, {
      type: plan.type,
      problemId: null,
      ...(plan.priority && { priority: plan.priority }),
      tags: plan.tags,
      fields: { allclear_stage: '', allclear_jira: '' },
      note: { did: 'detach', incident: ticket.problemId },
    });
    return { do: 'detached', priorityStays };
  });
}

// A ticket that was moved here from another incident was, before that, what we had made of it there: each attaching
// note leads to the one before it, until a detaching or a change by hand breaks the chain.
function wasBefore(notes: readonly Note[], index: number): Was | undefined {
  const was = wasOf(notes[index]);
  if (was?.type !== 'incident') return was;
  const earlier = notes.slice(0, index).findLastIndex(({ did }) => did === 'attach' || did === 'detach');
  const before = notes[earlier]?.did === 'attach' ? wasBefore(notes, earlier) : undefined;
  if (!before) return was;
  return {
    type: before.type,
    priority: was.priority === notes[earlier]?.set ? before.priority : was.priority,
  };
}

function wasOf(note: Note | undefined): Was | undefined {
  const was = note?.was as { type?: unknown; priority?: unknown } | null | undefined;
  if (!was) return undefined;
  return {
    type: (was.type ?? undefined) as Was['type'],
    priority: (was.priority ?? undefined) as Was['priority'],
  };
}
