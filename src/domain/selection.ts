import type { TicketId } from './ticket.ts';

/** What is selected in a list, and where the next range begins. */
export interface Selection {
  readonly ids: ReadonlySet<TicketId>;
  readonly anchor: TicketId | undefined;
}

export const NONE_SELECTED: Selection = { ids: new Set(), anchor: undefined };

/** Takes one in, or out again. */
export function toggle({ ids }: Selection, id: TicketId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Takes in all from the anchor to this one, in the order of the list; without an anchor in it, this one alone. */
export function extend(
  { ids, anchor }: Selection,
  to: TicketId,
  order: readonly { readonly id: TicketId }[],
): Selection {
  const [from, until] = [order.findIndex(({ id }) => id === anchor), order.findIndex(({ id }) => id === to)];
  if (until < 0) return { ids, anchor };
  const start = from < 0 ? until : from;
  const range = order.slice(Math.min(start, until), Math.max(start, until) + 1);
  return { ids: new Set([...ids, ...range.map(({ id }) => id)]), anchor: from < 0 ? to : anchor };
}

/** All of the list, or none of it when all are in. */
export function toggleAll({ ids }: Selection, order: readonly { readonly id: TicketId }[]): Selection {
  const isAll = order.length > 0 && order.every(({ id }) => ids.has(id));
  const next = new Set(ids);
  for (const { id } of order) {
    if (isAll) next.delete(id);
    else next.add(id);
  }
  return { ids: next, anchor: undefined };
}
