import { type ChannelState, channelState, receiptOf } from '../domain/channels.ts';
import { reaches } from '../domain/drillReach.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import type { Receipt, Update } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { TURN_MS } from '../domain/turn.ts';
import { withReceipt } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { changeProblem, type Decided } from './changeProblem.ts';
import { chatChannel } from './chatChannel.ts';
import { guideChannel } from './guideChannel.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';
import { pageChannel } from './pageChannel.ts';
import { restoreChannel } from './restoreChannel.ts';
import { issueChannel } from './tellIssue.ts';

/** Where an update goes beside the customers' tickets. */
export interface Channel {
  /** As the receipt has it. */
  readonly name: string;
  /** Whether it can be asked what it was told. Where not, only a person knows after an answer that was lost. */
  readonly canLook: boolean;
  /**
   * Tells it once, whoever told it before: it looks before it writes where it can, and begins nothing so late that it could
   * be under way at `until`. Throws the `ServiceError` of a service that would not take it.
   */
  tell(update: Update, until: Date): Promise<void>;
  /** Says in the same manner that there is an incident, before its first update; absent where that is nobody's business. */
  declare?(until: Date): Promise<void>;
}

/** The channels that this account has set up and this incident uses. */
async function channelsOf(ports: BroadcastPorts, problem: Ticket): Promise<Channel[]> {
  // Who reads of an incident elsewhere has not asked why it happened; the notice in the product has gone by then.
  const isRca = toIncident(problem).update?.rca !== undefined;
  if (isRca) return [await issueChannel(ports, problem)].flatMap((channel) => channel ?? []);
  const channels = await Promise.all([
    issueChannel(ports, problem),
    chatChannel(ports, problem),
    guideChannel(ports, problem),
    pageChannel(ports, problem),
    restoreChannel(ports, problem),
  ]);
  const incident = toIncident(problem);
  return channels.flatMap((channel) => (channel && reaches(incident, channel.name) ? channel : []));
}

/**
 * Brings update `n`, or with 0 the word that there is an incident, to every channel that does not have it, once customers
 * have been told. The incident's record says who is at it, so that of two runners one does it; each channel fails alone, and
 * its receipt says why until somebody tries again. Answers the receipts that this run has written. `byHand` is a person's wish, who knows better than a lost answer. `again`
 * names channels that were found to say something else: those alone are told, also where their receipt says that they were.
 */
export async function tellChannels(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  byHand = false,
  again?: readonly string[],
): Promise<readonly Receipt[]> {
  const { tickets, clock } = ports;
  const all = await channelsOf(ports, await tickets.readOne(incidentId));
  const channels = all.filter(({ name, declare }) => (n > 0 || declare) && (again?.includes(name) ?? true));
  if (channels.length === 0) return [];
  const isWanted = (state: ChannelState, { canLook }: Channel) =>
    again ? state !== 'telling' : FREE.has(state) && (canLook || byHand || state !== 'unknown');
  const claim = await claimChannels(ports, incidentId, n, channels, isWanted);
  if (!claim) return [];
  const { update, until, by } = claim;
  const told = await Promise.all(
    channels
      .filter(({ name }) => claim.names.includes(name))
      .map(async (channel): Promise<Receipt> => {
        const outcome = await outcomeOf(channel, update, until);
        return { channel: channel.name, n, ...outcome, at: clock.now().toISOString() };
      }),
  );
  await changeProblem(ports, incidentId, (incident, problem) => {
    // Whoever came after us, because we were away for too long, knows more.
    const ours = told.filter(({ channel }) => receiptOf(incident, channel)?.by === by);
    return write(incident, problem, n, ours, { did: 'receipt', n }, undefined);
  });
  return told;
}

const FREE: ReadonlySet<ChannelState> = new Set(['missing', 'failed', 'unknown']);

async function claimChannels(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  channels: readonly Channel[],
  isWanted: (state: ChannelState, channel: Channel) => boolean,
): Promise<{ update: Update | undefined; until: Date; by: string; names: readonly string[] } | undefined> {
  const by = crypto.randomUUID();
  return changeProblem(ports, incidentId, (incident, problem) => {
    const now = ports.clock.now();
    const { update } = incident;
    if (newestUpdate(incident) !== n || (n === 0 && incident.isOver)) return { done: undefined };
    const isOurs = (name: string) => receiptOf(incident, name)?.by === by;
    const names = channels.map(({ name }) => name);
    const ours = names.filter(isOurs);
    const until = new Date(now.getTime() + TURN_MS);
    if (ours.length > 0) return { done: { update, until, by, names: ours } };
    const free = channels
      .filter((channel) => isWanted(channelState(incident, channel.name, now), channel))
      .map(({ name }) => name);
    const at = now.toISOString();
    const receipts = free.map(
      (channel): Receipt => ({ channel, n, outcome: 'telling', at, by, until: until.toISOString() }),
    );
    const note = { did: 'channels', n, channels: free };
    return write(incident, problem, n, receipts, note, { update, until, by, names: free });
  });
}

function write<T>(
  incident: Incident,
  problem: Ticket,
  n: number,
  receipts: readonly Receipt[],
  note: { readonly did: string; readonly [detail: string]: unknown },
  answer: T,
): Decided<T | undefined> {
  let text = problem.fields.allclear_record;
  for (const receipt of receipts) {
    const written = withReceipt(text, receipt, problem.createdAt);
    if (written.state === 'unreadable') return { done: undefined };
    text = written.text;
  }
  if (receipts.length === 0 || newestUpdate(incident) !== n || problem.status === 'closed' || !text)
    return { done: undefined };
  return { write: { fields: { allclear_record: text }, note }, answer };
}

async function outcomeOf(
  channel: Channel,
  update: Update | undefined,
  until: Date,
): Promise<{ outcome: string; reason?: string; service?: string; code?: string; detail?: string }> {
  try {
    await (update ? channel.tell(update, until) : channel.declare?.(until));
    return { outcome: 'told' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { trouble, code, detail, service } = error;
    const isUnsure = !channel.canLook && !error.isRead && mayHaveWorked(error);
    const why = { reason: trouble, service, ...(code && { code }), ...(detail && { detail }) };
    return { outcome: isUnsure ? 'unsure' : 'failed', ...why };
  }
}
