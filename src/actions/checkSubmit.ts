import { holdsReply, planSubmit, type SubmitPlan } from '../domain/draft.ts';
import { newestUpdate, toIncident } from '../domain/incident.ts';
import type { TicketId } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';

// An agent waits for this check with a finger on the button; a slow Zendesk must not look like a broken one.
const PATIENCE_MS = 4_000;

/**
 * Looks at a submit before it happens. A reply of ours that no longer goes out loses its mark; one that is older than
 * the incident's newest update is to be stopped, once: the caller remembers `warnedOf`. When the newest can't be read,
 * the last known counts, and the save is never held up by our own trouble.
 */
export async function checkSubmit(
  { tickets, form, drafts, clock }: Pick<Ports, 'tickets' | 'form' | 'drafts' | 'clock'>,
  ticketId: TicketId,
  lastKnown: number | undefined,
  warnedOf: number | undefined,
): Promise<SubmitPlan> {
  const draft = drafts.get(ticketId);
  if (!draft) return { do: 'pass' };
  const composer = await form.composer();
  const isGoing = composer.isPublic && holdsReply(composer.html, draft);
  const cheap = planSubmit(draft, composer, undefined, warnedOf);
  if (cheap.do === 'unmark') {
    await form.setFields({ allclear_told: draft.before.told, allclear_stage: draft.before.stage });
    drafts.keep({ ...draft, isMarked: false, isGoing });
    return cheap;
  }
  drafts.keep({ ...draft, isGoing });
  const newest = tickets
    .readOne(draft.incident)
    .then((ticket) => newestUpdate(toIncident(ticket)))
    .catch(unknown);
  const known = await Promise.race([newest, clock.pause(PATIENCE_MS).then(() => undefined)]);
  return planSubmit(draft, composer, known ?? lastKnown, warnedOf);
}

function unknown(error: unknown): undefined {
  if (!(error instanceof ServiceError)) throw error;
}
