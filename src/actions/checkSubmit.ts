import { holdsReply, isEdited, planSubmit, type SubmitPlan, toldMeanwhile } from '../domain/draft.ts';
import { newestUpdate, toIncident } from '../domain/incident.ts';
import { toLedger } from '../domain/ledger.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';
import { lastHeard } from './lastHeard.ts';

// An agent waits for this check with a finger on the button; a slow Zendesk must not look like a broken one.
const PATIENCE_MS = 4_000;

/**
 * Looks at a submit before it happens. A reply of ours that no longer goes out loses its mark; one that is older than
 * the incident's newest update, or that a broadcast has told this customer meanwhile, is to be stopped, once: the
 * caller remembers `warnedOf`. When neither can be read, the last known update counts, and the save is never held up
 * by our own trouble. A ledger that went ahead meanwhile is never put back by the mark in the form.
 */
export async function checkSubmit(
  { tickets, form, drafts, clock }: Pick<Ports, 'tickets' | 'form' | 'drafts' | 'clock'>,
  ticketId: TicketId,
  lastKnown: number | undefined,
  warnedOf: string | undefined,
): Promise<SubmitPlan> {
  const draft = drafts.get(ticketId);
  if (!draft) return { do: 'pass' };
  const composer = await form.composer();
  const isGoing = composer.isPublic && holdsReply(composer.html, draft);
  drafts.keep({ ...draft, isGoing });
  if (!isGoing && !draft.isMarked) return { do: 'pass' };

  const patience = clock.pause(PATIENCE_MS).then(() => undefined);
  const inTime = <T>(answer: Promise<T>) => Promise.race([answer.catch(unknown), patience]);
  const found = (await inTime(tickets.read([ticketId, draft.incident]))) ?? [];
  const report = found.find(({ id }) => id === ticketId);
  const problem = found.find(({ id }) => id === draft.incident);
  const newest = problem ? newestUpdate(toIncident(problem)) : lastKnown;
  let ledger = report?.fields.allclear_told;
  if (report && newest !== undefined && isEdited(draft, { newest, ledger })) {
    const n = await inTime(lastHeard(tickets, ticketId, draft.incident, newest));
    if (n !== undefined) ledger = toLedger({ incident: draft.incident, n });
  }
  const known = { newest, ledger };
  const plan = planSubmit(draft, composer, known, warnedOf);
  const { told, stage } = draft.before;
  const isAhead = draft.isMarked && (toldMeanwhile(draft, known) ?? draft.n) > draft.n;
  if (plan.do === 'unmark' || isAhead)
    await form.setFields({
      allclear_told: report ? (ledger ?? '') : told,
      allclear_stage: report ? (report.fields.allclear_stage ?? '') : stage,
    });
  if (plan.do === 'unmark') drafts.keep({ ...draft, isMarked: false, isGoing });
  return plan;
}

function unknown(error: unknown): undefined {
  if (!(error instanceof ServiceError)) throw error;
}
