import { wordsBehind } from './match.ts';
import { isEveryday } from './matching/bridge.ts';
import { createReader } from './matching/features.ts';
import { bundleOf, countTerms, createWorth, scoreOf, sharedTerms, tells } from './matching/likeness.ts';
import { countWords, createSpelling } from './matching/spelling.ts';
import { refusalOf } from './refusal.ts';
import { isOver, type Ticket, type TicketId } from './ticket.ts';

/** A ticket that says much the same as another, with the words that both use, as the other one writes them. */
export interface LookAlike {
  readonly ticket: Ticket;
  readonly words: readonly string[];
  /** So much alike that it is taken along unless somebody says no. */
  readonly isClose: boolean;
}

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
  const reader = createReader();
  const candidates = tickets.filter((ticket) => ticket.id !== id && mayJoin(ticket));
  const own = reader.split(text);
  const splits = candidates.map(({ subject, description }) => reader.split(`${subject}\n${description}`));
  const spell = createSpelling(countWords([own, own, own, ...splits]));
  const ticket = reader.read(own, spell);
  const read = splits.map((split) => reader.read(split, spell));
  const worth = createWorth(countTerms(read.map(({ terms }) => terms.keys())), read.length);
  const bundle = bundleOf([ticket]);
  return candidates
    .flatMap((candidate, index) => {
      const features = read[index];
      if (!features) return [];
      const terms = sharedTerms(features, bundle, worth);
      if (!tells(terms, LIKELY)) return [];
      const found = { ticket: candidate, words: wordsBehind(terms, ticket, text), isClose: isClose(terms) };
      return [{ score: scoreOf(features, bundle, worth), found }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_LOOK_ALIKES)
    .map(({ found }) => found);
}

/** Whether a ticket can become a report of something new. */
export function mayJoin(ticket: Ticket): boolean {
  return !isOver(ticket) && !ticket.problemId && refusalOf(ticket) === undefined;
}

// An error code, or two words; taken along with three things in common, beside what people write about on any day.
const LIKELY = 2;
const CLOSE = 3;
const isClose = (terms: readonly string[]) => terms.filter((term) => !isEveryday(term)).length >= CLOSE;
