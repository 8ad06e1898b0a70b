import { type Incident, newestUpdate } from './incident.ts';
import { type IncidentRecord, type Receipt, readRecord } from './record.ts';
import type { Ticket } from './ticket.ts';

/** A channel that has no way of its own to see whether it was told. */
export type Channel = 'slack' | 'statuspage';

/** Who tells a channel; the moment, by one agent's clock, is as good as a signature. */
export interface Claimant {
  readonly by: number;
  readonly at: string;
}

export type ClaimPlan =
  /** Ours to tell: write this first, and tell only once it is written. */
  | { readonly do: 'claim'; readonly receipt: Receipt }
  /** It is written that we tell it. */
  | { readonly do: 'tell' }
  /** Nobody knows whether whoever claimed it has told it: write that down, and leave it to a person. */
  | { readonly do: 'doubt'; readonly receipt: Receipt }
  | {
      readonly do: 'leave';
      readonly because: 'told' | 'failed' | 'unsure' | 'elsewhere' | 'overtaken' | 'record';
    };

// Longer than telling takes with every request as slow as the app bears it; another computer's clock may be off by a little.
const CLAIM_LASTS_MS = 5 * 60_000;

/**
 * Who tells a channel of update `n`. One that has ended well or badly is left alone, unless a person wants it `again`; and
 * even then nobody tells what somebody else is about to tell.
 */
export function planClaim(
  { incident, problem }: { readonly incident: Incident; readonly problem: Pick<Ticket, 'fields'> },
  channel: Channel,
  n: number,
  me: Claimant,
  again: boolean,
  now: Date,
): ClaimPlan {
  const record = recordOf(problem);
  if (!record) return { do: 'leave', because: 'record' };
  if (newestUpdate(incident) !== n) return { do: 'leave', because: 'overtaken' };
  const receipt = record.receipts.find((each) => each.channel === channel && each.n === n);
  const claim: ClaimPlan = {
    do: 'claim',
    receipt: { channel, n, outcome: 'telling', at: me.at, by: me.by },
  };
  switch (receipt?.outcome) {
    case undefined:
      return claim;
    case 'telling':
      if (isBy(receipt, me)) return { do: 'tell' };
      if (isFresh(receipt.at, now)) return { do: 'leave', because: 'elsewhere' };
      return again ? claim : { do: 'doubt', receipt: { ...receipt, outcome: 'unsure' } };
    case 'told':
      return { do: 'leave', because: 'told' };
    default:
      if (again) return claim;
      return { do: 'leave', because: receipt?.outcome === 'failed' ? 'failed' : 'unsure' };
  }
}

/** Whether somebody who said at this time that they would is still at it, as far as anybody can know. */
export function isFresh(at: string, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(at)) < CLAIM_LASTS_MS;
}

export function isBy(
  receipt: { readonly at: string; readonly by?: unknown } | undefined,
  me: Claimant,
): boolean {
  return receipt?.at === me.at && receipt.by === me.by;
}

/** The incident's record; `undefined` where it can't be read. */
export function recordOf({
  fields,
}: Pick<Ticket, 'fields'>): (Partial<IncidentRecord> & Pick<IncidentRecord, 'receipts'>) | undefined {
  const read = readRecord(fields.allclear_record);
  if (read.state === 'unreadable') return undefined;
  return read.state === 'read' ? read.record : { receipts: [] };
}
