import * as v from 'valibot';
import { Time } from './record.ts';
import type { TicketId } from './ticket.ts';

/** What is written down on the issue about its links, so that nobody has to read them all to say how many there are. */
export const LINKS_FACT = 'links';

const Ids = v.optional(v.array(v.number()), []);
const Fact = v.object({
  /** Whose links: an issue may serve two incidents. */
  incident: v.number(),
  /** When every link was last compared with every report. */
  at: Time,
  /** How many reports there were then by Zendesk's own count, merged and hidden ones included. */
  count: v.number(),
  linked: v.number(),
  /** The newest update then: after each, everything is compared once more. */
  n: v.number(),
  /** The newest update when this was first written: those before were nobody's to tell here. */
  from: v.number(),
  rest: v.number(),
  /** Linked and unlinked one by one since then. */
  more: Ids,
  fewer: Ids,
});
export type LinkFact = v.InferOutput<typeof Fact>;

/** `undefined` for a fact that was never written, is about another incident or was garbled. */
export function readLinkFact(value: unknown, incident: TicketId): LinkFact | undefined {
  const read = v.safeParse(Fact, value);
  return read.success && read.output.incident === incident ? read.output : undefined;
}

// Beyond this a comparison is due anyway.
const MOST_SINCE = 200;

/** The fact after one more link, or one fewer; `undefined` when that changes nothing or there is too much to remember. */
export function withLink(fact: LinkFact, ticket: TicketId, is: 'linked' | 'unlinked'): LinkFact | undefined {
  const [to, from] = is === 'linked' ? (['more', 'fewer'] as const) : (['fewer', 'more'] as const);
  if (fact[to].includes(ticket)) return undefined;
  const wasThere = fact[from].includes(ticket);
  if (!wasThere && fact.more.length + fact.fewer.length >= MOST_SINCE) return undefined;
  return {
    ...fact,
    [from]: fact[from].filter((id) => id !== ticket),
    ...(!wasThere && { [to]: [...fact[to], ticket] }),
  };
}

/** How many reports have their link by what is written down, when the incident has this many. */
export interface LinkCount {
  readonly linked: number;
  readonly reports: number;
  /** Of them, those that a link to a search stands for. */
  readonly rest: number;
  readonly at: string;
  readonly isInLine: boolean;
}

export function countLinks(fact: LinkFact, reports: number): LinkCount {
  const known = fact.count + fact.more.length - fact.fewer.length;
  const apart = fact.count - fact.linked - fact.rest; // merged, or hidden from whoever compared
  return {
    linked: Math.max(0, known - apart),
    reports: Math.max(0, reports - apart),
    rest: fact.rest,
    at: fact.at,
    isInLine: known === reports,
  };
}
