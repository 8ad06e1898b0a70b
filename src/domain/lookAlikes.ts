import MiniSearch from 'minisearch';
import { refusalOf } from './attach.ts';
import { fuzziness, isLikely, LONGEST_QUERY, toTerm, wordsOf } from './match.ts';
import { isOver, type Ticket, type TicketId } from './ticket.ts';

/** A ticket that says much the same as another, with the words that both use, as the other one writes them. */
export interface LookAlike {
  readonly ticket: Ticket;
  readonly words: readonly string[];
  /** So much alike that it is taken along unless somebody says no. */
  readonly isClose: boolean;
}

// An error code and two words more, or as much without one.
const CLOSE_WORDS = 3;

/** How many are proposed: a list that nobody reads proposes nothing. */
export const MOST_LOOK_ALIKES = 20;

/**
 * The tickets that sound like this one, the most alike first. Those that can't become reports, belong to a problem
 * already or are done with are left out.
 */
export function rankLookAlikes(
  { id, text }: { readonly id?: TicketId | undefined; readonly text: string },
  tickets: readonly Ticket[],
): LookAlike[] {
  const search = new MiniSearch<{ id: TicketId; subject: string; description: string }>({
    fields: ['subject', 'description'],
    processTerm: toTerm,
    searchOptions: { boost: { subject: 2 }, prefix: (term) => term.length > 4, fuzzy: fuzziness },
  });
  const candidates = new Map(
    tickets.filter((ticket) => ticket.id !== id && mayJoin(ticket)).map((ticket) => [ticket.id, ticket]),
  );
  search.addAll(
    [...candidates.values()].map(({ id, subject, description }) => ({ id, subject, description })),
  );
  return search
    .search(text.slice(0, LONGEST_QUERY))
    .flatMap(({ id, score, queryTerms }) => {
      const ticket = candidates.get(id as TicketId);
      const words = wordsOf(text, queryTerms);
      return ticket && isLikely(score, words)
        ? [{ ticket, words, isClose: words.length >= CLOSE_WORDS }]
        : [];
    })
    .slice(0, MOST_LOOK_ALIKES);
}

/** Whether a ticket can become a report of something new. */
export function mayJoin(ticket: Ticket): boolean {
  return !isOver(ticket) && !ticket.problemId && refusalOf(ticket) === undefined;
}
