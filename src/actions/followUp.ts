import type { Receipt } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { type Synced, type SyncOptions, syncLinks } from './syncLinks.ts';
import { tellChannels } from './tellChannels.ts';
import { tellReviewDue } from './tellReviewDue.ts';

export interface FollowedUp {
  /** Of the channels that this run has told, or tried to. */
  readonly receipts: readonly Receipt[];
  readonly synced?: Synced | undefined;
  /** Why the links are not in line; the next run goes on. */
  readonly error?: ServiceError | undefined;
}

/** What comes after customers have been told update `n`: the other channels, and the links to the issue. */
export async function followUp(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  options: SyncOptions = {},
): Promise<FollowedUp> {
  const receipts = await tellChannels(ports, incidentId, n);
  // Jira has just said that it would not: the links wait for whoever tries again.
  if (receipts.some(({ channel, outcome }) => channel === 'jira' && outcome === 'failed'))
    return { receipts };
  try {
    await tellReviewDue(ports, incidentId);
    return { receipts, synced: await syncLinks(ports, incidentId, options) };
  } catch (error) {
    if (error instanceof ServiceError) return { receipts, error };
    throw error;
  }
}
