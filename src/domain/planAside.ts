import { asideTag, isSetAside } from './aside.ts';
import type { Ticket, TicketId } from './ticket.ts';

const ASIDE = /^allclear_aside_\d+$/;

export function withoutAside(tags: readonly string[]): string[] {
  return tags.filter((tag) => !ASIDE.test(tag));
}

/** What setting a report aside, or taking it back, means for it as it is now. */
export type AsidePlan =
  | { readonly do: 'write'; readonly tags: readonly string[] }
  | { readonly do: 'nothing' }
  | { readonly do: 'refuse'; readonly because: 'closed' | 'not attached' };

export function planAside(ticket: Ticket, incident: TicketId, isAside: boolean): AsidePlan {
  if (ticket.problemId !== incident) return { do: 'refuse', because: 'not attached' };
  if (isSetAside(ticket) === isAside) return { do: 'nothing' };
  if (ticket.status === 'closed') return { do: 'refuse', because: 'closed' };
  const others = withoutAside(ticket.tags);
  return { do: 'write', tags: isAside ? [...others, asideTag(incident)] : others };
}
