import { type Draft, holdsReply, replaceReply } from '../domain/draft.ts';
import { mayTouch } from '../domain/drill.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import { isLedgerDoubtful, toLedger, toldOf } from '../domain/ledger.ts';
import { visibleLines } from '../domain/markup.ts';
import { ReplyTooLong } from '../domain/reply.ts';
import { stageTag } from '../domain/stage.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { FormLook } from '../ports/form.ts';
import { type Ports, ServiceError } from '../ports.ts';
import { lastHeard } from './lastHeard.ts';
import { type Prepared, prepareReply } from './prepareReply.ts';

export type Inserted =
  | {
      readonly did: 'insert' | 'replace';
      readonly prepared: Prepared;
      readonly isMarked: boolean;
      /** What the agent had typed as an internal note stands in the public reply now. */
      readonly holdsNote: boolean;
    }
  | { readonly did: 'nothing'; readonly because: Hindrance }
  | {
      readonly did: 'nothing';
      readonly because: 'told';
      readonly n: number;
      readonly at: string | undefined;
    };

/** Why no reply went into the composer; what was in it is still there. */
export type Hindrance =
  | 'in composer' // this very reply is there already
  | 'edited' // an older reply of ours was edited, so it can't be told from the agent's words
  | 'moved' // ticket, status or channel changed while the reply was made
  | 'internal' // the composer would not switch to a public reply
  | 'lost' // the composer took the text but does not show it
  | 'not attached'
  | 'closed'
  | 'not allowed'
  | 'no drill ticket' // the incident is a rehearsal, and this customer takes no part
  | 'record' // the incident's record can't be read
  | 'too long'; // Zendesk would cut the reply off

/**
 * Puts the reply in force into the composer, and its mark into the ledger field of the same form, so that the agent's
 * submit saves both or neither. `again` inserts although this customer was told this update.
 */
export async function insertReply(
  ports: Ports,
  ticketId: TicketId,
  incidentId: TicketId,
  { again = false } = {},
): Promise<Inserted> {
  const { tickets, form, drafts } = ports;
  const before = await form.look();
  const [ticket, problem, me] = await Promise.all([
    tickets.readOne(ticketId),
    tickets.readOne(incidentId),
    tickets.me(),
  ]);
  const incident = toIncident(problem);
  const n = newestUpdate(incident);
  const because = me.isLight
    ? 'not allowed'
    : ticket.status === 'closed'
      ? 'closed'
      : ticket.problemId !== incidentId
        ? 'not attached'
        : incident.recordTrouble
          ? 'record'
          : mayTouch(incident, ticket)
            ? undefined
            : 'no drill ticket';
  if (because) return { did: 'nothing', because };

  const held = drafts.get(ticketId);
  const composer = await form.composer();
  const isHeld = held !== undefined && holdsReply(composer.html, held);
  if (isHeld && held.incident === incidentId && held.n === n)
    return { did: 'nothing', because: 'in composer' };
  // Zendesk answers two questions in any order: a ledger ahead of the incident was told a newer update.
  if (!again && ((await toldBefore(ports, ticket, incident)) ?? -1) >= n) {
    return {
      did: 'nothing',
      because: 'told',
      n,
      at: await toldAt(ports, ticketId, toLedger({ incident: incidentId, n })),
    };
  }

  const holdsNote = !composer.isPublic && visibleLines(composer.html).length > 0;
  const prepared = await prepareReply(ports, incident, ticket).catch(ifTooLong);
  if (!prepared) return { did: 'nothing', because: 'too long' };
  if (!isSame(before, await form.look())) return { did: 'nothing', because: 'moved' };
  await form.makePublic().catch(() => {}); // judged by what the composer says afterwards
  const current = await form.composer();
  if (!current.isPublic) return { did: 'nothing', because: 'internal' };

  const { html, lines, stage } = prepared.reply;
  if (isHeld) {
    const replaced = replaceReply(current.html, held, html);
    if (replaced === undefined) return { did: 'nothing', because: 'edited' };
    await form.replaceComposer(replaced);
  } else {
    await form.insert(html);
  }
  if (!holdsReply((await form.composer()).html, { lines })) return { did: 'nothing', because: 'lost' };

  const told = toLedger({ incident: incidentId, n });
  const { allclear_told = '', allclear_stage = '' } = ticket.fields;
  const isMarked = await form
    .setFields({ allclear_told: told, allclear_stage: stageTag(stage) })
    .catch(notMarked);
  // Half a mark would be saved whether the reply goes out or not.
  if (!isMarked) await form.setFields({ allclear_told, allclear_stage }).catch(notMarked);
  const draft: Draft = {
    ticket: ticketId,
    incident: incidentId,
    n,
    stage,
    lines,
    before: { told: allclear_told, stage: allclear_stage },
    isMarked,
  };
  drafts.keep(draft);
  return { did: isHeld ? 'replace' : 'insert', prepared, isMarked, holdsNote };
}

function isSame(a: FormLook, b: FormLook): boolean {
  return a.ticket === b.ticket && a.status === b.status && a.channel === b.channel;
}

function ifTooLong(error: unknown): undefined {
  if (!(error instanceof ReplyTooLong)) throw error;
}

// The reply is in the composer; its mark is written after the submit then.
function notMarked(error: unknown): boolean {
  if (error instanceof ServiceError) return false;
  throw error;
}

async function toldAt({ tickets }: Ports, ticketId: TicketId, ledger: string): Promise<string | undefined> {
  return (await tickets.history(ticketId)).ledger.findLast(({ value }) => value === ledger)?.at;
}

// A ledger that somebody has emptied or garbled leaves it to the audits.
async function toldBefore({ tickets }: Ports, ticket: Ticket, incident: Incident) {
  return isLedgerDoubtful(ticket, incident.id)
    ? lastHeard(tickets, ticket.id, incident.id, newestUpdate(incident))
    : toldOf(ticket.fields.allclear_told, incident.id);
}
