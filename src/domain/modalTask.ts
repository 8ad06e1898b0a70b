import { isModalHash } from './modalHash.ts';
import type { Brand } from './reply.ts';
import { isStage, type Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';

/** What a modal was opened for, and the brand of the ticket it was opened at, which it can't ask for itself. */
export type ModalTask = Shown & { readonly brand?: Brand | undefined };

type Shown =
  | { readonly show: 'post'; readonly incident: TicketId; readonly stage?: Stage | undefined }
  /** Update `n`; the newest one unless said. */
  | {
      readonly show: 'reports';
      readonly incident: TicketId;
      readonly n?: number | undefined;
      /** Those alone who have answered the newest one. */
      readonly answered?: boolean | undefined;
    }
  | { readonly show: 'timeline'; readonly incident: TicketId }
  /** An update that waits for a second person, as customers would read it. */
  | { readonly show: 'proposal'; readonly incident: TicketId }
  /** Giving the incident to somebody else. */
  | { readonly show: 'handover'; readonly incident: TicketId }
  /** The RCA that is owed: its terms, or sending it. */
  | { readonly show: 'review' | 'rca'; readonly incident: TicketId }
  /** Declaring an incident; `ticket` is the one at hand, `tickets` are others that say the same, a hundred at most. */
  | {
      readonly show: 'declare';
      readonly ticket?: TicketId | undefined;
      readonly tickets?: readonly TicketId[] | undefined;
      /** The incident from which they are split off. */
      readonly splitOff?: TicketId | undefined;
    }
  /** Moving reports to another incident, or to a new one. */
  | { readonly show: 'move'; readonly incident: TicketId; readonly tickets?: readonly TicketId[] | undefined }
  /** Merging an incident into another one; `into` where that has begun. */
  | { readonly show: 'merge'; readonly incident: TicketId; readonly into?: TicketId | undefined }
  /** For admins: whether what is set up works. */
  | { readonly show: 'settings' };

/** The task as the hash of an iframe's address, which Zendesk leaves as it is: `#show=post&incident=3024`. */
export function toModalHash(task: ModalTask): string {
  const { brand, ...shown } = task;
  const values = { ...shown, brandId: brand?.id, brandName: brand?.name };
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return `#${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}

/** The task in such a hash; `undefined` for anything else. */
export function readModalHash(hash: string): ModalTask | undefined {
  const found = new URLSearchParams(hash.slice(1));
  const shown = isModalHash(hash) ? shownIn(found) : undefined;
  const id = positive(found.get('brandId'));
  const name = found.get('brandName');
  return shown && { ...shown, ...(id !== undefined && name && { brand: { id, name } }) };
}

function shownIn(found: URLSearchParams): Shown | undefined {
  if (found.get('show') === 'declare') {
    const ticket = positive(found.get('ticket'));
    const tickets = ticketsIn(found);
    const splitOff = positive(found.get('splitOff'));
    return {
      show: 'declare',
      ...(ticket !== undefined && { ticket }),
      ...(tickets.length > 0 && { tickets }),
      ...(splitOff !== undefined && { splitOff }),
    };
  }
  if (found.get('show') === 'settings') return { show: 'settings' };
  const incident = positive(found.get('incident'));
  if (incident === undefined) return undefined;
  const stage = found.get('stage');
  const n = positive(found.get('n'));
  switch (found.get('show')) {
    case 'post':
      return { show: 'post', incident, ...(isStage(stage) && { stage }) };
    case 'reports':
      return {
        show: 'reports',
        incident,
        ...(n !== undefined && { n }),
        ...(found.get('answered') === 'true' && { answered: true }),
      };
    case 'timeline':
      return { show: 'timeline', incident };
    case 'move': {
      const tickets = ticketsIn(found);
      return { show: 'move', incident, ...(tickets.length > 0 && { tickets }) };
    }
    case 'merge': {
      const into = positive(found.get('into'));
      return { show: 'merge', incident, ...(into !== undefined && { into }) };
    }
    case 'proposal':
      return { show: 'proposal', incident };
    case 'handover':
      return { show: 'handover', incident };
    case 'review':
      return { show: 'review', incident };
    case 'rca':
      return { show: 'rca', incident };
    default:
      return undefined;
  }
}

// One request reads so many. https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets
const MOST_TICKETS = 100;

function ticketsIn(found: URLSearchParams): TicketId[] {
  const ids = (found.get('tickets') ?? '').split(',').flatMap((each) => positive(each) ?? []);
  return ids.slice(0, MOST_TICKETS);
}

function positive(text: string | null): number | undefined {
  return text && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
