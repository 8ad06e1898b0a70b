import { type Incident, newestUpdate } from './incident.ts';
import type { Receipt } from './record.ts';
import { isHeld } from './turn.ts';

/**
 * How a channel fared with the newest update, as far as its receipt says. `telling`: somebody is at it. `unknown`: somebody
 * was, and nobody knows what became of it.
 */
export type ChannelState = 'told' | 'telling' | 'failed' | 'unknown' | 'missing';

export function channelState(incident: Incident, channel: string, now: Date): ChannelState {
  const receipt = receiptOf(incident, channel);
  switch (receipt?.outcome) {
    case undefined:
      return 'missing';
    case 'told':
    case 'failed':
      return receipt.outcome;
    case 'telling':
      return isHeld(receipt.until, now) ? 'telling' : 'unknown';
    default:
      return 'unknown'; // a newer version's word
  }
}

/** The channel's receipt for the newest update, or for the declaration until there is one. */
export function receiptOf(incident: Incident, channel: string): Receipt | undefined {
  const newest = newestUpdate(incident);
  return incident.receipts.findLast((receipt) => receipt.channel === channel && receipt.n === newest);
}
