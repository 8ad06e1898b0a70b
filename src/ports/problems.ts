import type { NewProblem } from '../domain/newProblem.ts';
import type { Ticket } from '../domain/ticket.ts';

/** Makes incidents' own tickets, and finds the tickets they may be about. Every method throws a `ServiceError`. */
export interface ProblemDesk {
  /** Makes the ticket once for this key, however often it is asked within two hours; another problem with the same key is `refused`. */
  create(problem: NewProblem, key: string): Promise<Ticket>;
  /** Makes an incident of a ticket that is there, in one safe write. Its subject, priority and assignee stay as they are. */
  makeIncident(
    ticket: Ticket,
    problem: Pick<NewProblem, 'tags' | 'internalNote' | 'fields' | 'note'>,
  ): Promise<Ticket>;
  /** The newest tickets made since then, 100 a page, ten pages at most. Zendesk's index lags: those of the last minutes may be missing. */
  recent(
    since: Date,
    page?: number,
  ): Promise<{ readonly tickets: readonly Ticket[]; readonly more: boolean }>;
  /** The newest tickets with this tag, at most 100; the index lags here, too. */
  tagged(tag: string): Promise<readonly Ticket[]>;
  /** Incidents of ours declared since then, over or not, the newest first, at most 100. The index lags here, too. */
  incidentsSince(since: Date): Promise<{ readonly tickets: readonly Ticket[]; readonly more: boolean }>;
}
