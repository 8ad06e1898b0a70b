/**
 * What is known of the ticket desk's own time. The clock of an agent's computer may be off by seconds, so it only
 * measures how much time has passed since the desk last showed a time of its own.
 */
export interface DeskTime {
  /** An answer that arrived at `at`, by the computer's clock, held this stamp. */
  observe(stamp: string, at: Date): void;
  /** The desk's clock shows at least this when the computer's shows `at`. */
  atLeast(at: Date): Date;
}

export function createDeskTime(): DeskTime {
  // Until the desk has shown a time, nothing counts as long ago.
  let offset = Number.NEGATIVE_INFINITY;
  return {
    observe(stamp, at) {
      const seen = Date.parse(stamp) - at.getTime();
      if (seen > offset) offset = seen;
    },
    atLeast: (at) => new Date(Math.max(0, at.getTime() + offset)),
  };
}

// Stamps have whole seconds (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/): a change in the
// second in which a ticket was read would leave its stamp as it is, and a safe write would go through unsafely.
export const SETTLED_MS = 2_000;

/** Whether a ticket's stamp tells it from every later state, when it was read at `readAt` by the desk's clock. */
export function isSettled({ updatedAt }: { readonly updatedAt: string }, readAt: Date): boolean {
  return readAt.getTime() - Date.parse(updatedAt) >= SETTLED_MS;
}
