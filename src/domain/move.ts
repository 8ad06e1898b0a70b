import { planAttach } from './attach.ts';
import { type BatchItem, marks } from './batch.ts';
import { type Untold, untoldReason } from './coverage.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { toldOf } from './ledger.ts';
import type { Person } from './pass.ts';
import type { Update } from './record.ts';
import type { Refusal } from './refusal.ts';
import { type StatusRules, statusWith } from './reportStatus.ts';
import { withStage } from './running.ts';
import type { Priority, Ticket, TicketStatus } from './ticket.ts';

/** Why a report can't be moved; each has a text of its own. */
export type MoveRefusal =
  | Refusal
  | 'elsewhere' // it hangs on neither of the two
  | 'record' // nobody can tell how the other incident stands
  | 'drill'; // between a drill and the real thing

/** What a report's customer hears of the move. */
export type Hears =
  /** That it belongs to another problem, and how that one stands. */
  | { readonly what: 'move' }
  /** Nothing: they have read the same already, and the ledger says so from now on. */
  | { readonly what: 'nothing'; readonly because: 'same' }
  /** Nothing from here: nobody wrote to them of any incident, or nobody can. They are told as every report is. */
  | { readonly what: 'nothing'; readonly because: 'unheard' | 'suspended' | Untold };

export type MovePlan =
  | { readonly do: 'nothing' }
  | { readonly do: 'refuse'; readonly because: MoveRefusal }
  | { readonly do: 'move'; readonly hears: Hears; readonly change: MoveChange };

type MoveChange = Pick<BatchItem, 'ticket' | 'type' | 'problemId' | 'priority' | 'tags' | 'fields' | 'note'>;

/**
 * What moving a report from one incident to another comes to. Who has heard of an incident from us hears of the move, in the
 * same write; who has not, has nothing to be set right.
 */
export function planMove(
  ticket: Ticket,
  from: Incident,
  to: Incident,
  { person, priority }: { readonly person?: Person | undefined; readonly priority?: Priority | undefined },
): MovePlan {
  if (ticket.problemId === to.id) return { do: 'nothing' };
  const plan = planAttach(ticket, to, { priority, move: true });
  if (plan.do !== 'attach')
    return { do: 'refuse', because: plan.do === 'refuse' ? plan.because : 'elsewhere' };
  if (ticket.problemId !== from.id) return { do: 'refuse', because: 'elsewhere' };
  if (to.recordTrouble) return { do: 'refuse', because: 'record' };
  if (Boolean(from.isDrill) !== Boolean(to.isDrill)) return { do: 'refuse', because: 'drill' };
  const hears = whatIsHeard(ticket, from, to, person);
  const isToldNow = hears.what === 'move' || hears.because === 'same';
  return {
    do: 'move',
    hears,
    change: {
      ticket,
      type: 'incident',
      problemId: to.id,
      ...(plan.priority && { priority: plan.priority }),
      tags: isToldNow ? withStage(plan.tags, to) : plan.tags,
      fields: { allclear_jira: to.jiraKey ?? '', ...(isToldNow && marks(to)) },
      // Detaching follows these notes back to what the ticket was before the first of them.
      note: {
        did: 'attach',
        incident: to.id,
        from: from.id,
        was: plan.was,
        ...(plan.priority && { set: plan.priority }),
        ...(isToldNow && { n: newestUpdate(to) }),
      },
    },
  };
}

function whatIsHeard(ticket: Ticket, from: Incident, to: Incident, person: Person | undefined): Hears {
  const { allclear_told: told, allclear_stage: stage } = ticket.fields;
  if (!told && !stage) return { what: 'nothing', because: 'unheard' };
  const isUpToDate = toldOf(told, from.id) === newestUpdate(from);
  if (toldOf(told, to.id) === newestUpdate(to) || (isUpToDate && saysTheSame(from, to)))
    return { what: 'nothing', because: 'same' };
  const because = untoldReason(ticket) ?? (person?.isSuspended ? 'suspended' : undefined);
  return because ? { what: 'nothing', because } : { what: 'move' };
}

/** Whether customers of both have last read the same, word for word. */
export function saysTheSame({ update: a }: Incident, { update: b }: Incident): boolean {
  return a !== undefined && b !== undefined && wordsOf(a) === wordsOf(b);
}

function wordsOf({ stage, symptoms, eta, next, extra, noNews }: Update): string {
  return JSON.stringify([stage, symptoms, eta?.at ?? eta?.text, next, extra ?? '', noNews ?? false]);
}

/** The status that the message takes along: whose ticket is solved hears in an open one that it is not over. */
export function statusOfMove(to: Incident, ticket: Ticket, rules: StatusRules): TicketStatus | undefined {
  if (ticket.status === 'solved' && to.stage !== 'resolved') return 'open';
  return statusWith(to, ticket, rules);
}

/** The whole move in one item: the ticket hangs there and its customer knows, or neither. */
export function moveItem(change: MoveChange, html?: string, status?: TicketStatus): BatchItem {
  return { ...change, ...(html && { html, ...(status && { status }) }) };
}

/** Where a report may be moved to from this incident; drills and the real thing stay apart. */
export function movesTo(from: Incident, incidents: readonly Incident[]): Incident[] {
  return incidents.filter(
    (each) =>
      each.id !== from.id &&
      !each.isOver &&
      !each.mergedInto &&
      !each.recordTrouble &&
      Boolean(each.isDrill) === Boolean(from.isDrill),
  );
}
