import type { Incident } from './incident.ts';
import type { IssueText } from './issue.ts';
import { type LinkScope, ticketUrl } from './issueLinks.ts';
import { escapeHtml } from './markup.ts';
import type { TicketId } from './ticket.ts';

/** Why one incident can't be merged into another; each has a text of its own. */
export type MergeRefusal =
  | 'same' // it is the same one
  | 'record' // nobody can tell how one of them stands
  | 'over' // it is solved: there is nothing left to move
  | 'target over'
  | 'target merged'
  | 'merged elsewhere'
  | 'drill'; // between a drill and the real thing

export type MergePlan =
  | { readonly do: 'claim' }
  /** Somebody has begun, or all is done: what is left of it is for whoever goes on. */
  | { readonly do: 'go on' }
  | { readonly do: 'refuse'; readonly because: MergeRefusal };

/** Whether one incident can be merged into the other, or already is being. */
export function planMerge(from: Incident, into: Incident): MergePlan {
  const refuse = (because: MergeRefusal): MergePlan => ({ do: 'refuse', because });
  if (from.id === into.id) return refuse('same');
  if (from.recordTrouble || into.recordTrouble) return refuse('record');
  if (from.mergedInto === into.id) return { do: 'go on' };
  if (from.mergedInto) return refuse('merged elsewhere');
  // What was read of the other one may be older than this.
  if (into.mergedInto || from.merges?.includes(into.id)) return refuse('target merged');
  if (from.isOver) return refuse('over');
  if (into.isOver) return refuse('target over');
  return Boolean(from.isDrill) === Boolean(into.isDrill) ? { do: 'claim' } : refuse('drill');
}

/**
 * What two people come to who merge two incidents into each other at the same moment: the older one stays. `into` is as it
 * stands once the one that goes says that it was merged.
 */
export function planAbsorb(from: TicketId, into: Incident): 'absorb' | 'absorbed' | 'give up' {
  if (into.merges?.includes(from)) return 'absorbed';
  if (into.mergedInto === from) return into.id < from ? 'absorb' : 'give up';
  return into.mergedInto || into.isOver ? 'give up' : 'absorb';
}

/** Whom nobody can move any more: their tickets stay with the incident that they were told of. */
export const STAYS_FOR_GOOD: ReadonlySet<string> = new Set(['closed', 'merged']);

/** What agents without the app read on both tickets. */
export function mergeNote(other: TicketId, isInto: boolean): string {
  const text = isInto
    ? `Merged into incident #${other}. Its reports are moved there; nothing is posted here any more.`
    : `Incident #${other} was merged into this one.`;
  return `<p>${escapeHtml(text)}</p>`;
}

/** What those read who work on an issue of either. */
export function mergeComment(scope: LinkScope, into: TicketId, otherKey: string | undefined): IssueText {
  return [
    [
      {
        text: `Incident #${scope.incident} was merged into incident #${into}: customers of both hear of one problem.`,
        isStrong: true,
      },
    ],
    ...(otherKey ? [[{ text: `The other issue: ${otherKey}` }]] : []),
    [{ text: `Incident #${scope.incident} in Zendesk`, href: mergeMark(scope) }],
  ];
}

/** Where the comment's last line leads, by which it is found again. */
export function mergeMark(scope: LinkScope): string {
  return `${ticketUrl(scope, scope.incident)}#allclear-merged`;
}
