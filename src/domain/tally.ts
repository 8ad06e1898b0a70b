import type { Skipped } from './pass.ts';
import type { TicketId } from './ticket.ts';

/** Where one report stands in a broadcast. */
export type Standing =
  | { readonly is: 'to go' }
  | { readonly is: 'unsure' }
  | { readonly is: 'told' }
  | { readonly is: 'skipped'; readonly why: Skipped };

/** What a broadcast may claim about itself at a moment. */
export interface Tally {
  readonly total: number;
  readonly told: number;
  readonly toGo: number;
  /** Sent, and nobody knows yet whether it arrived. */
  readonly unsure: number;
  readonly skipped: readonly Skipped[];
}

export type Book = Map<TicketId, Standing>;

export function tallyOf(book: ReadonlyMap<TicketId, Standing>, hidden = 0): Tally {
  let [told, toGo, unsure] = [0, 0, 0];
  const skipped: Skipped[] = [];
  for (const standing of book.values()) {
    if (standing.is === 'told') told += 1;
    else if (standing.is === 'to go') toGo += 1;
    else if (standing.is === 'unsure') unsure += 1;
    else if (standing.is === 'skipped') skipped.push(standing.why);
  }
  return { total: book.size + hidden, told, toGo, unsure, skipped };
}

/** Reports that still have to be brought to an end, in the order in which they were met. */
export function unfinished(book: ReadonlyMap<TicketId, Standing>): TicketId[] {
  return [...book].flatMap(([id, { is }]) => (is === 'to go' || is === 'unsure' ? [id] : []));
}
