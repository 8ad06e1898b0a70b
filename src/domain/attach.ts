import { type Drill, mayTouch } from './drill.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { detachedTags, runningTags } from './running.ts';
import type { Priority, Ticket, TicketId, TicketType } from './ticket.ts';

/** What a ticket was before it was attached; kept in the attaching audit, for detaching. */
export interface Was {
  readonly type?: TicketType | undefined;
  readonly priority?: Priority | undefined;
}

export type AttachPlan =
  | {
      readonly do: 'attach';
      readonly priority?: Priority | undefined;
      /** All of them, as they are from then on. */
      readonly tags: readonly string[];
      readonly was: Was;
    }
  | { readonly do: 'nothing'; readonly because: 'attached already' }
  | { readonly do: 'refuse'; readonly because: Refusal }
  /** It hangs on another incident: moving it is the agent's decision. */
  | { readonly do: 'ask'; readonly attachedTo: TicketId };

export function planAttach(
  ticket: Ticket,
  incident: Drill & {
    readonly id: TicketId;
    readonly isOver: boolean;
    readonly mergedInto?: TicketId | undefined;
  },
  wish: { readonly priority?: Priority | undefined; readonly move?: boolean | undefined },
): AttachPlan {
  const because = refusalOf(ticket);
  if (because) return { do: 'refuse', because };
  if (ticket.type === 'incident' && ticket.problemId === incident.id)
    return { do: 'nothing', because: 'attached already' };
  if (incident.mergedInto) return { do: 'refuse', because: 'incident merged' };
  if (incident.isOver) return { do: 'refuse', because: 'incident over' };
  if (!mayTouch(incident, ticket)) return { do: 'refuse', because: 'no drill ticket' };
  if (ticket.problemId && !wish.move) return { do: 'ask', attachedTo: ticket.problemId };
  const { type, priority } = ticket;
  return {
    do: 'attach',
    priority: wish.priority,
    tags: runningTags(ticket, wish.priority),
    was: { type, priority },
  };
}

export interface DetachPlan {
  /** `null` clears the type. */
  readonly type: TicketType | null;
  readonly priority?: Priority | undefined;
  readonly tags: readonly string[];
  /** It had no priority before, and Zendesk lets nobody take one away again. */
  readonly priorityStays: boolean;
}

/**
 * What detaching puts back. A type or priority that somebody changed after attaching is theirs and stays; so does
 * everything when nothing is known of the time before (`was` is undefined). A priority can be changed but never
 * cleared (https://support.zendesk.com/hc/en-us/articles/4408894213018), so one that was empty becomes `normal`.
 */
export function planDetach(ticket: Ticket, was: Was | undefined, set: Priority | undefined): DetachPlan {
  const type = (was && ticket.type === 'incident' ? was.type : ticket.type) ?? null;
  const tags = detachedTags(ticket.tags);
  const isOurs = was !== undefined && set !== undefined && ticket.priority === set;
  if (!isOurs || was.priority === ticket.priority) return { type, tags, priorityStays: false };
  return was.priority
    ? { type, priority: was.priority, tags, priorityStays: false }
    : { type, priority: 'normal', tags, priorityStays: true };
}
