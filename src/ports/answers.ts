import type { Said } from '../domain/answers.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { ReportPage } from './batches.ts';

/** What customers have written. Every method throws a `ServiceError`. */
export interface AnswerDesk {
  /** Reports of an incident, 100 a page at most, with when each one's requester last wrote. */
  written(incident: TicketId, cursor?: string): Promise<WrittenPage>;
  /** The same for these tickets, at most 100. */
  lookWritten(ids: readonly TicketId[]): Promise<WrittenPage>;
  /** The newest public comments of a ticket, newest first; a request for each ticket. */
  said(id: TicketId, requesterId: number | undefined): Promise<Said[]>;
}

export interface WrittenPage extends ReportPage {
  /** Only for those of which Zendesk says so; CCs and what came in another way than from the requester do not count. */
  readonly wroteAt: ReadonlyMap<TicketId, string>;
}
