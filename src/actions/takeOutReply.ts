import { holdsReply, replaceReply } from '../domain/draft.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';

export type TakenOut =
  | { readonly did: 'take out' }
  /** It was edited, so it can't be told from the agent's own words: the composer is as it was. */
  | { readonly did: 'nothing'; readonly because: 'edited' };

/** Takes our reply out of the composer, and its mark out of the form; every word of the agent's own stays. */
export async function takeOutReply(
  { tickets, form, drafts }: Pick<Ports, 'tickets' | 'form' | 'drafts'>,
  ticketId: TicketId,
): Promise<TakenOut> {
  const draft = drafts.get(ticketId);
  if (!draft) return { did: 'take out' };
  const { html } = await form.composer();
  if (holdsReply(html, draft)) {
    const rest = replaceReply(html, draft, '');
    if (rest === undefined) return { did: 'nothing', because: 'edited' };
    await form.replaceComposer(rest);
  }
  // What Zendesk has by now, not what it had: a broadcast may have written the ledger since.
  const report = await tickets.readOne(ticketId).catch(unknown);
  const { allclear_told = '', allclear_stage = '' } = report?.fields ?? {
    allclear_told: draft.before.told,
    allclear_stage: draft.before.stage,
  };
  if (draft.isMarked) await form.setFields({ allclear_told, allclear_stage }).catch(unknown);
  drafts.drop(ticketId);
  return { did: 'take out' };
}

function unknown(error: unknown): undefined {
  if (!(error instanceof ServiceError)) throw error;
}
