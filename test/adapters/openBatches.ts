import { createBatches } from '../../src/adapters/zendesk/batches.ts';
import { createZendesk } from '../../src/adapters/zendesk/zendesk.ts';
import { mendItem, tellItem } from '../../src/domain/batch.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { driven } from './driven.ts';
import { openTicket, type Wanted } from './openTicket.ts';

/** Zendesk as the batch desk, over the workspace in one process. Update 1 is posted, and told to nobody. */
export function openBatches(wanted: Wanted = {}) {
  const opened = openTicket(wanted);
  const { client, clock, time, world, fieldIds, incident, reports } = opened;
  const ids = async () => fieldIds;
  const desk = driven(createZendesk(client, clock, ids), time);
  const batches = driven(createBatches(client, clock, ids), time);
  const itemsOf = async (make: typeof mendItem) => {
    const [problem, ...found] = await desk.read([incident.id, ...reports.map(({ id }) => id)]);
    return found.map((ticket) => make(toIncident(problem!), ticket));
  };
  return {
    ...opened,
    desk,
    batches,
    /** What telling every report takes. */
    items: (html = '<p>We found it.</p>') => itemsOf((about, ticket) => tellItem(about, ticket, html)),
    mends: () => itemsOf(mendItem),
    /** The next request is answered like this. */
    answers(body: unknown, status = 200, headers?: Record<string, string>) {
      world.faults.script({}, { kind: 'answer', status, body, ...(headers && { headers }) });
    },
  };
}
