import type { Incident } from '../domain/incident.ts';
import type { TicketId } from '../domain/ticket.ts';
import { asIfPosted, type UpdateDraft } from '../domain/update.ts';
import type { BroadcastPorts, ReportPage } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { createPaced } from './paced.ts';
import { whyNot } from './prepareReply.ts';
import { withPeople } from './withPeople.ts';
import { MACRO_PREFIX, type Prepared } from './writeReply.ts';
import { createReportWriter, type WriteToReport } from './writeToReport.ts';

/**
 * Writes what a report's customer would read if this draft were posted now, with the very function by which it is told.
 * `first`: another report where the same person gets the whole text.
 */
export type PreviewReply = (
  incident: Incident,
  draft: UpdateDraft,
  report: TicketId,
  first?: TicketId,
) => Promise<Prepared>;

/** Reads reports, macros and the agent once each, so that a preview can follow the draft as it is typed. */
export function createPreview(ports: BroadcastPorts): PreviewReply {
  const { tickets, batches, clock } = ports;
  const paced = createPaced(ports);
  const reports = new Map<TicketId, Promise<ReportPage>>();
  let writing: Promise<{ me: { id: number; name: string }; write: WriteToReport }> | undefined;

  async function open() {
    const [me, macros] = await Promise.all([tickets.me(), tickets.macros(MACRO_PREFIX).catch(whyNot)]);
    return { me, write: createReportWriter(ports, { agent: me, macros }) };
  }
  // A failure is forgotten, so that the next one asks again.
  const read = (id: TicketId) => {
    const known = reports.get(id) ?? batches.look([id]).then((page) => withPeople(batches, paced, page));
    reports.set(id, known);
    known.catch(() => reports.delete(id));
    return known;
  };
  const sources = () => {
    writing ??= open();
    writing.catch(() => {
      writing = undefined;
    });
    return writing;
  };

  return async (incident, draft, id, first) => {
    const [{ me, write }, { tickets: found, people }] = await Promise.all([sources(), read(id)]);
    const [report] = found;
    if (!report) throw new ServiceError('Zendesk', 'missing');
    return write(asIfPosted(incident, draft, me, clock.now()), report, people, first);
  };
}
