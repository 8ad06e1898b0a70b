import type { Incident } from '../domain/incident.ts';
import type { Person } from '../domain/pass.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { Macro } from '../ports.ts';
import { createReplyWriter, type Prepared } from './writeReply.ts';

/**
 * Writes the reply to one report of `incident`. `first`: another report where its requester has the whole text; `isMoved`: it
 * has hung on another incident until now.
 */
export type WriteToReport = (
  incident: Incident,
  report: Ticket,
  people: ReadonlyMap<number, Person>,
  first?: TicketId,
  isMoved?: boolean,
) => Promise<Prepared>;

/** How the reply to a report comes about, whether it is sent or only shown: one function, so that they can't differ. */
export function createReportWriter(
  { replyTexts, settings, clock, brand }: Pick<BroadcastPorts, 'replyTexts' | 'settings' | 'clock' | 'brand'>,
  by: { readonly agent: { readonly name: string }; readonly macros: readonly Macro[] | string },
): WriteToReport {
  const write = createReplyWriter({ ...by, replyTexts, fallback: settings.replyLanguage });
  return (incident, report, people, first, isMoved) => {
    const customer = people.get(report.requesterId ?? 0) ?? { name: '' };
    const name = report.brandId === brand.id ? (brand.name ?? '') : '';
    return write(incident, report, customer, { name }, clock.now(), first, isMoved);
  };
}
