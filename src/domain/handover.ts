import { openProposal } from './approval.ts';
import type { Colleague } from './broadcaster.ts';
import { stepsOf } from './declaration.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { readRecord } from './record.ts';
import type { Stage } from './stage.ts';
import { summaryOf } from './telling.ts';
import type { Ticket } from './ticket.ts';
import { toSummary } from './timeline.ts';
import { toNote } from './update.ts';

/** One thing that the next shift has to know, as the record has it. Times are ISO 8601. */
export type HandoverFact =
  | { readonly fact: 'stage'; readonly stage: Stage; readonly n: number; readonly at?: string | undefined }
  | { readonly fact: 'symptoms'; readonly text: string }
  | { readonly fact: 'told'; readonly n: number; readonly told: number; readonly total: number }
  /** Nobody has written down yet how the newest update fared. */
  | { readonly fact: 'telling'; readonly n: number }
  | { readonly fact: 'next'; readonly at: string; readonly isLate: boolean }
  | { readonly fact: 'eta'; readonly text: string; readonly by: string; readonly isPast: boolean }
  | { readonly fact: 'issue'; readonly key: string }
  | { readonly fact: 'channel'; readonly channel: string; readonly outcome: string }
  | { readonly fact: 'proposal'; readonly n: number; readonly by: string; readonly until: string }
  | { readonly fact: 'declaring' };

/** The note for the next shift as far as it writes itself: where it stands, what was promised, what is left to do. */
export function handoverFacts(problem: Ticket, incident: Incident, now: Date): HandoverFact[] {
  const { stage, update, symptoms, next, eta, jiraKey } = incident;
  const n = newestUpdate(incident);
  const isPast = (iso: string | undefined) => iso !== undefined && Date.parse(iso) <= now.getTime();
  const proposal = openProposal(incident, now);
  const read = readRecord(problem.fields.allclear_record);
  const facts: (HandoverFact | false | undefined | '')[] = [
    { fact: 'stage', stage, n, at: update?.at },
    symptoms && { fact: 'symptoms', text: symptoms },
    n > 0 && toldFact(incident, n),
    next !== undefined && !incident.isOver && { fact: 'next', at: next, isLate: isPast(next) },
    eta && { fact: 'eta', text: eta.text, by: eta.by, isPast: isPast(eta.at) },
    proposal && { fact: 'proposal', n: n + 1, by: proposal.by.name, until: proposal.until },
    jiraKey !== undefined && { fact: 'issue', key: jiraKey },
    ...channelFacts(incident),
    read.state === 'read' &&
      stepsOf(read.record).some(({ state }) => state !== 'done') && { fact: 'declaring' },
  ];
  return facts.filter((each) => typeof each === 'object');
}

function toldFact(incident: Incident, n: number): HandoverFact {
  const receipt = summaryOf(incident);
  const summary = receipt && toSummary(receipt, receipt.at);
  return summary ? { fact: 'told', n, told: summary.told, total: summary.total } : { fact: 'telling', n };
}

// What went well needs nobody.
function channelFacts({ receipts }: Incident): HandoverFact[] {
  return receipts
    .filter(({ channel, outcome }) => channel !== 'tickets' && outcome !== 'told' && outcome !== 'skipped')
    .map(({ channel, outcome }) => ({ fact: 'channel', channel, outcome }));
}

/** The internal note on the incident's ticket. */
export function handoverNote(handover: {
  readonly to: Colleague;
  readonly from: Colleague | undefined;
  readonly by: Colleague;
  readonly text: string;
}): string {
  const { to, from, by, text } = handover;
  const heading =
    to.id === by.id
      ? `${to.name} takes over${from && from.id !== to.id ? ` from ${from.name}` : ''}`
      : `${by.name} hands over to ${to.name}`;
  return toNote(heading, text ? [text] : []);
}
