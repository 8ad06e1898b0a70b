import type { Colleague } from '../domain/broadcaster.ts';
import { handoverNote } from '../domain/handover.ts';
import { leadIn } from '../domain/lead.ts';
import { cleanText } from '../domain/markup.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withLead } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { changeProblem, type Decided } from './changeProblem.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import type { ClaimRefusal } from './claimUpdate.ts';
import { createPaced } from './paced.ts';

export type HandedOver =
  /** `isAssigned`: the ticket is theirs too; otherwise Zendesk did not let it be assigned to them. */
  | { readonly do: 'handed over'; readonly isAssigned: boolean }
  /** Somebody else has it meanwhile, of whom this agent did not know: nothing was written. */
  | { readonly do: 'overtaken'; readonly by: Colleague | undefined }
  | ({ readonly do: 'refuse' } & ClaimRefusal);

export interface Handover {
  /** Who has it from now on; absent for the agent at the screen. */
  readonly to?: Colleague | undefined;
  /** Who had it, as far as this agent knew. */
  readonly from?: number | undefined;
  /** For the next shift; an internal note on the incident's ticket. */
  readonly note: string;
}

export const LONGEST_NOTE = 3_000;

/** Gives the incident to somebody else, or takes it: in the record, with a note, and as the ticket's assignee where Zendesk allows it. */
export async function handOver(
  ports: BroadcastPorts,
  incidentId: TicketId,
  { to, from, note }: Handover,
): Promise<HandedOver> {
  const { me, refusal } = await identifyBroadcaster(ports, createPaced(ports).once);
  if (refusal) return { do: 'refuse', ...refusal };
  const { id, name } = to ?? me;
  const since = ports.clock.now().toISOString();
  const text = cleanText(note).slice(0, LONGEST_NOTE);

  const write = (isAssigned: boolean) =>
    changeProblem(ports, incidentId, ({ recordTrouble }, problem): Decided<HandedOver> => {
      if (recordTrouble) return { done: { do: 'refuse', because: 'record' } };
      if (problem.status === 'closed') return { done: { do: 'refuse', because: 'incident closed' } };
      const lead = leadIn(problem);
      if (lead?.id === id && lead.since === since) return { done: { do: 'handed over', isAssigned } }; // an answer was lost
      if (lead?.id !== from) return { done: { do: 'overtaken', by: lead } };
      const record = withLead(problem.fields.allclear_record, { id, name, since }, problem.createdAt);
      if (record.state === 'unreadable') return { done: { do: 'refuse', because: 'record' } };
      const before = lead && { id: lead.id, name: lead.name };
      return {
        write: {
          fields: { allclear_record: record.text },
          ...(isAssigned && { assigneeId: id }),
          internalNote: handoverNote({ to: { id, name }, from: before, by: me, text }),
          note: {
            did: 'handover',
            to: { id, name },
            ...(before && { from: before }),
            ...(text && { text }),
          },
        },
        answer: { do: 'handed over', isAssigned },
      };
    });

  try {
    return await write(true);
  } catch (error) {
    // Nothing was written. Whoever may not assign tickets, or assign one to them, can still hand it over.
    const isRefused = error instanceof ServiceError && ['refused', 'forbidden'].includes(error.trouble);
    if (!isRefused || error.isRead) throw error;
    return write(false);
  }
}
