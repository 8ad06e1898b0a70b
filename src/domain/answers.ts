import { type Incident, newestUpdate } from './incident.ts';
import { toldOf } from './ledger.ts';
import { oneLine } from './markup.ts';
import type { Person } from './pass.ts';
import { soundsStillBroken } from './stillBroken.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** A public comment, as far as it matters who said what when. */
export interface Said {
  readonly at: string;
  readonly authorId: number;
  /** By the requester or another customer; everybody else is on our side. */
  readonly isCustomer: boolean;
  readonly text: string;
}

/** A report whose requester has written since the newest update was posted, as the list of tickets says. */
export interface Wrote {
  readonly id: TicketId;
  readonly subject: string;
  readonly customer: string;
  readonly requesterId?: number | undefined;
  readonly at: string;
  /** The newest update is what this customer was told last: what they wrote may be an answer to it. */
  readonly isTold: boolean;
}

/** What a customer has written since they were told. */
export interface Answer extends Wrote {
  /** The beginning of it, in one line. */
  readonly words: string;
  /** Nobody of ours has written after them. */
  readonly isOpen: boolean;
  readonly soundsBroken: boolean;
}

/** `undefined` where the requester has written nothing since the newest update was posted. `at` is when they last wrote. */
export function wroteSince(
  incident: Incident,
  report: Ticket,
  person: Person | undefined,
  at: string,
): Wrote | undefined {
  const { update } = incident;
  // Zendesk's times have whole seconds.
  if (!update || Date.parse(at) < Math.floor(Date.parse(update.at) / 1_000) * 1_000) return undefined;
  const isTold = toldOf(report.fields.allclear_told, incident.id) === newestUpdate(incident);
  return {
    id: report.id,
    subject: oneLine(report.subject),
    customer: oneLine(person?.name ?? ''),
    requesterId: report.requesterId,
    at,
    isTold,
  };
}

const LONGEST_WORDS = 160;

/**
 * What a conversation (newest first) holds of an answer: what customers have said after the first word of ours since the
 * update was posted. `undefined` where they wrote before they were told.
 */
export function answerIn(wrote: Wrote, said: readonly Said[], { update }: Incident): Answer | undefined {
  const posted = Math.floor(Date.parse(update?.at ?? '') / 1_000) * 1_000;
  const told = wrote.isTold
    ? said.findLast(({ isCustomer, at }) => !isCustomer && Date.parse(at) >= posted)
    : undefined;
  const since = told ? said.slice(0, said.indexOf(told)) : said.filter(({ at }) => Date.parse(at) >= posted);
  const answers = since.filter(({ isCustomer }) => isCustomer);
  const [newest] = answers;
  if (!newest) return undefined;
  return {
    ...wrote,
    at: newest.at,
    words: oneLine(newest.text).slice(0, LONGEST_WORDS),
    isOpen: said[0]?.isCustomer === true,
    soundsBroken: answers.some(({ text }) => soundsStillBroken(text)),
  };
}

/** Who says after *resolved* that it is not, and whether they are as many as the account takes for a relapse. */
export function relapseIn(
  { stage }: Incident,
  answers: readonly Answer[],
  relapseAt: number,
): { readonly broken: number; readonly isRelapse: boolean } {
  const broken = stage === 'resolved' ? answers.filter(({ soundsBroken }) => soundsBroken).length : 0;
  return { broken, isRelapse: broken >= relapseAt };
}
