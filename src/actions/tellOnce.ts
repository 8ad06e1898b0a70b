import { type Channel, type Claimant, planClaim } from '../domain/channelClaim.ts';
import { type ChannelFacts, issueAddress } from '../domain/channelFacts.ts';
import type { DeskTime } from '../domain/deskTime.ts';
import { type Incident, newestUpdate } from '../domain/incident.ts';
import type { IncidentRecord, Receipt } from '../domain/record.ts';
import { chooseLanguage, type ReplyTextsOf } from '../domain/replyTexts.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { type WrittenRecord, withReceipt } from '../domain/writeRecord.ts';
import type { BroadcastPorts, ProblemChange } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { changeProblem, type Decided } from './changeProblem.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

/** How telling a channel ended. */
export type ChannelEnd =
  | { readonly outcome: 'told' }
  /** Nothing was said; why is in the receipt, and may be tried again. */
  | { readonly outcome: 'failed'; readonly error: ServiceError }
  /** Its answer was lost: whether it was said is for a person to see. */
  | { readonly outcome: 'unsure' }
  /** Nothing was done now: it was told or has failed before, somebody else is at it, or a newer update is out. */
  | {
      readonly outcome: 'left';
      readonly because: 'told' | 'failed' | 'unsure' | 'elsewhere' | 'overtaken' | 'record';
    };

/** What telling a channel needs. */
export interface Telling {
  readonly facts: ChannelFacts;
  readonly texts: ReplyTextsOf;
  readonly me: Claimant;
  /** The incident's ticket as it was when the claim stood there. */
  readonly problem: Ticket;
  /** Keeps something in the incident's record; `undefined` when that is there already. */
  keep(change: (text: string | undefined, problem: Ticket) => WrittenRecord, did: string): Promise<void>;
}

/**
 * Tells a channel of update `n` what it could not be asked about afterwards: first it is written on the incident's ticket,
 * safely, that we are about to, then it is told, then how that went. Two who try at once, a tab that is closed and an answer
 * that is lost end in one message and a receipt, or in a receipt that says that nobody knows. `tell` throws a `ServiceError`.
 */
export async function tellOnce(
  ports: BroadcastPorts,
  incidentId: TicketId,
  { channel, n, again = false }: { readonly channel: Channel; readonly n: number; readonly again?: boolean },
  tell: (telling: Telling) => Promise<void>,
  time?: DeskTime,
): Promise<ChannelEnd> {
  const { replyTexts, settings, tickets, clock, account } = ports;
  const { language } = chooseLanguage(replyTexts.languages, undefined, settings.replyLanguage);
  const texts = await replyTexts.load(language);
  const me: Claimant = { by: (await tickets.me()).id, at: clock.now().toISOString() };

  const claim = await changeProblem<ChannelEnd | { incident: Incident; problem: Ticket }>(
    ports,
    incidentId,
    (incident, problem) => {
      const plan = planClaim({ incident, problem }, channel, n, me, again, clock.now());
      switch (plan.do) {
        case 'leave':
          return { done: { outcome: 'left', because: plan.because } };
        case 'tell':
          return { done: { incident, problem } };
        case 'claim':
          return write(problem, plan.receipt, { incident, problem });
        case 'doubt':
          return write(problem, plan.receipt, { outcome: 'left', because: 'unsure' });
      }
    },
    time,
  );
  if ('outcome' in claim) return claim;

  const { incident, problem } = claim;
  const jiraUrl = issueAddress(settings.jiraSite, incident.jiraKey);
  const facts: ChannelFacts = { incident, account, jiraUrl, language };
  const end = await ended(() => tell({ facts, texts, me, problem, keep }));
  await settle(end);
  return end;

  async function keep(change: (text: string | undefined, ticket: Ticket) => WrittenRecord, did: string) {
    await changeProblem<void>(
      ports,
      incidentId,
      (_, ticket): Decided<void> => {
        const written = change(ticket.fields.allclear_record, ticket);
        if (written.state === 'unreadable' || written.text === ticket.fields.allclear_record)
          return { done: undefined };
        return {
          write: { fields: { allclear_record: written.text }, note: { did, channel, n } },
          then: undefined,
        };
      },
      time,
    );
  }

  async function settle(result: ChannelEnd) {
    const { outcome } = result;
    const why = result.outcome === 'failed' ? whyOf(result.error) : {};
    const at = clock.now().toISOString();
    const receipt: Receipt = { channel, n, outcome, at, by: me.by, ...why };
    await changeProblem<void>(
      ports,
      incidentId,
      (now, ticket): Decided<void> => {
        const known = now.receipts.find((each) => each.channel === channel && each.n === n);
        const isWritten = known?.outcome === outcome && known.at === at;
        // A newer update has receipts of its own; what became of this one is in the audits.
        if (isWritten || now.recordTrouble || newestUpdate(now) !== n) return { done: undefined };
        return write(ticket, receipt, undefined);
      },
      time,
    );
  }
}

function write<T>(problem: Ticket, receipt: Receipt, then: T): Decided<T> {
  const record = withReceipt(problem.fields.allclear_record, receipt, problem.createdAt);
  const change: ProblemChange = {
    ...(record.state === 'written' && { fields: { allclear_record: record.text } }),
    note: { did: 'channel', ...receipt },
  };
  return { write: change, then };
}

async function ended(tell: () => Promise<void>): Promise<ChannelEnd> {
  try {
    await tell();
    return { outcome: 'told' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return mayHaveWorked(error) && !error.isRead ? { outcome: 'unsure' } : { outcome: 'failed', error };
  }
}

function whyOf({ service, trouble, code, detail }: ServiceError) {
  return { service, trouble, ...(code && { code }), ...(detail && { detail }) };
}

export type Places = Pick<IncidentRecord, 'slack' | 'statuspage'>;
