import type { TicketId } from '../domain/ticket.ts';

/** Links that another app of the account keeps between tickets and issues, where it lets us add some. */
export interface OfficialLinks {
  /** That the account lets this agent add none has been seen in this browser tab. Asks nobody. */
  isRefused(): boolean;
  /** Ids of the issues that the ticket is linked to; any agent may ask. */
  issuesOf(ticket: TicketId): Promise<readonly string[]>;
  /** Links them. Repeating it makes a second link: whoever calls has looked. */
  link(ticket: TicketId, issue: { readonly id: string; readonly key: string }): Promise<void>;
}
