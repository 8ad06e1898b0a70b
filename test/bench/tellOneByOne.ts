import { createPaced } from '../../src/actions/paced.ts';
import { toLedger } from '../../src/domain/ledger.ts';
import type { BroadcastPorts } from '../../src/ports/batches.ts';
import type { SendRequest } from '../simulation/broadcastPorts.ts';

/** The usual loop: a page of reports, and one write for each of them, within the same share of the limits. */
export async function tellOneByOne(
  { batches, clock, settings }: BroadcastPorts,
  request: SendRequest,
  incident: number,
  ledgerField: number,
) {
  const paced = createPaced({ clock, settings });
  let cursor: string | undefined;
  do {
    const { value: page } = await paced.read(() => batches.reports(incident, cursor));
    for (const { id } of page.tickets) {
      const ticket = {
        comment: { html_body: '<p>We have found the cause.</p>', public: true },
        custom_fields: [{ id: ledgerField, value: toLedger({ incident, n: 2 }) }],
      };
      const data = JSON.stringify({ ticket });
      const url = `/api/v2/tickets/${id}.json`;
      await paced.read(() => request({ url, type: 'PUT', contentType: 'application/json', data }));
    }
    cursor = page.next;
  } while (cursor);
}
