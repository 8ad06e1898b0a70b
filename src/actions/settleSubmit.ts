import { holdsReply } from '../domain/draft.ts';
import { toLedger, toldOf } from '../domain/ledger.ts';
import { stageTag } from '../domain/stage.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';
import { doubtAfter } from './mayHaveWorked.ts';
import { raiseLedger } from './raiseLedger.ts';

/** What became of the reply: in the ledger, or not sent at all. */
export type Settled = 'marked' | 'not sent' | 'no reply';

const MOST_TRIES = 4;
const BETWEEN_TRIES_MS = 1_000;

/**
 * After a submit: makes sure that the ledger says what the customer was told. A mark in the form was saved with the
 * comment, and is raised where a broadcast was further by then; without the field on the form it is written now, and only if the comment is there to be read.
 */
export async function settleSubmit(
  { tickets, drafts, clock }: Pick<Ports, 'tickets' | 'drafts' | 'clock'>,
  ticketId: TicketId,
): Promise<Settled> {
  const draft = drafts.get(ticketId);
  if (!draft) return 'no reply';
  if (draft.isMarked) {
    drafts.drop(ticketId);
    // The mark is saved, whatever comes of this.
    await raiseLedger({ tickets, clock }, ticketId, draft.incident).catch(notNow);
    return 'marked';
  }
  // Looking for it would find an earlier update in the same words, and claim that this one went out.
  if (draft.isGoing === false) {
    drafts.drop(ticketId);
    return 'not sent';
  }
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      const [ticket, comments] = await Promise.all([
        tickets.readOne(ticketId),
        tickets.lastPublicComments(ticketId),
      ]);
      const isOut = comments.some((comment) => holdsReply(comment.html, draft));
      const isBehind = (toldOf(ticket.fields.allclear_told, draft.incident) ?? -1) < draft.n;
      if (isOut && isBehind) {
        const told = toLedger({ incident: draft.incident, n: draft.n });
        await tickets.change(ticket, {
          fields: { allclear_told: told, allclear_stage: stageTag(draft.stage) },
          note: { did: 'told', incident: draft.incident, n: draft.n, by: 'hand' },
        });
      }
      drafts.drop(ticketId);
      return isOut ? 'marked' : 'not sent';
    } catch (error) {
      doubt = doubtAfter(error, doubt);
      if (!(error instanceof ServiceError) || tries === MOST_TRIES) throw doubt ?? error;
      await clock.pause((error.retryAfter ?? 0) * 1_000 || BETWEEN_TRIES_MS);
    }
  }
}

function notNow(error: unknown): void {
  if (!(error instanceof ServiceError)) throw error;
}
