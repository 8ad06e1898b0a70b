import { type Channel, type Difference, isMendable } from '../domain/drift.ts';
import type { Receipt } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { closeNotice } from './closeNotice.ts';
import { syncLinks } from './syncLinks.ts';
import { tellChannels } from './tellChannels.ts';
import { tellEveryone } from './tellEveryone.ts';

export interface Mended {
  /** Of the channels that were told; one that would not says why. */
  readonly receipts: readonly Receipt[];
  /** What else did not work, each by its channel. */
  readonly errors: readonly { readonly channel: Channel; readonly error: ServiceError }[];
}

export interface Differing {
  readonly channel: Channel;
  readonly differences: readonly Difference[];
}

/**
 * Brings the channels that differ to what update `n` says: customers first, and none holds up another. What only a person
 * can decide is left as it is. It may be run again, and by several people at once.
 */
export async function bringInLine(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  differing: readonly Differing[],
  isStopped: () => boolean = () => false,
): Promise<Mended> {
  const errors: { channel: Channel; error: ServiceError }[] = [];
  const has = (channel: Channel, difference: Difference) =>
    differing.some((each) => each.channel === channel && each.differences.includes(difference));
  async function alone<T>(channel: Channel, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      errors.push({ channel, error });
      return undefined;
    }
  }

  if (has('tickets', 'behind'))
    await alone('tickets', () => tellEveryone(ports, incidentId, n, { isStopped }));
  const toTell = differing
    .filter(({ channel, differences }) => channel !== 'tickets' && differences.some(isTold))
    .map(({ channel }) => channel);
  const [first = 'jira'] = toTell;
  const receipts =
    toTell.length > 0 ? await alone(first, () => tellChannels(ports, incidentId, n, true, toTell)) : [];
  if (has('jira', 'links')) await alone('jira', () => syncLinks(ports, incidentId, { isStopped }));
  if (has('pendo', 'left over')) await alone('pendo', () => closeNotice(ports, incidentId));
  return { receipts: receipts ?? [], errors };
}

// Links and what is left over have ways of their own.
const isTold = (difference: Difference) =>
  isMendable(difference) && difference !== 'links' && difference !== 'left over';
