import type { Sending } from '../domain/approval.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import { toIncident } from '../domain/incident.ts';
import { approvalOf, proposalOf } from '../domain/proposal.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type Claimed, claimUpdate } from './claimUpdate.ts';
import { createPaced } from './paced.ts';

/**
 * Makes an update of a proposal, word for word: on a second person's yes, or when nobody has answered in time. Whoever presses at
 * the same moment, it becomes one update, and none once it was refused. What lets *resolved* be said is asked once more.
 */
export async function sendProposal(
  ports: BroadcastPorts,
  incidentId: TicketId,
  sending: Sending,
  time: DeskTime = createDeskTime(),
): Promise<Claimed> {
  const { tickets } = ports;
  const incident = toIncident(await createPaced(ports).answer(() => tickets.readOne(incidentId)));
  const { update, recordTrouble } = incident;
  const proposal = proposalOf(incident);
  if (recordTrouble) return { do: 'refuse', because: 'record' };
  // Somebody's app was faster, with the same words.
  if (update && approvalOf(update)?.key === sending.key) return { do: 'claimed', update };
  if (proposal?.key !== sending.key) return { do: 'refuse', because: 'proposal gone' };
  const claimed = await claimUpdate(ports, incidentId, proposal.seen, proposal.draft, time, sending);
  const isSame = claimed.do === 'overtaken' && approvalOf(claimed.by)?.key === sending.key;
  return isSame && claimed.by ? { do: 'claimed', update: claimed.by } : claimed;
}
