import * as v from 'valibot';
import type { Audit } from './audit.ts';
import { type DeclaredEntry, declaredEntry } from './declaredEntry.ts';
import { FIELD_KEYS, type FieldKey } from './fields.ts';
import { type MergeEntry, mergeEntry } from './mergeEntry.ts';
import type { SkipReason } from './pass.ts';
import { type PeopleEntry, peopleEntry } from './peopleEntry.ts';
import { Approval } from './proposal.ts';
import { Eta, Gate, Time } from './record.ts';
import { type ReminderEntry, reminderEntry } from './reminderEntry.ts';
import { type ReviewEntry, reviewEntry } from './reviewEntry.ts';
import { isStage, STAGES, type Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';

/** One thing that happened to an incident, when, and by whom. */
export type Entry = Happening & {
  readonly at: string;
  readonly authorId: number;
  /** The incident that it happened to, where that was merged into this one. */
  readonly of?: TicketId | undefined;
};

export type Happening =
  | DeclaredEntry
  | MergeEntry
  | PeopleEntry
  | ReviewEntry
  /** A problem ticket that became an incident later was made. */
  | { readonly kind: 'made' }
  | Posted
  /** How the broadcast of an update fared that can't be read itself. */
  | { readonly kind: 'told'; readonly told: Summary }
  /** The incident's ticket was solved, closed or opened again. */
  | { readonly kind: 'status'; readonly status: 'solved' | 'closed' | 'open'; readonly isByHand: boolean }
  /** Somebody changed our fields without the app. */
  | { readonly kind: 'edited'; readonly fields: readonly FieldKey[] }
  | ReminderEntry
  /** A write of ours that this version can't make sense of, with what is known of it. */
  | { readonly kind: 'unreadable'; readonly known: Known };

/** An update as it was posted, with what came of it. */
export interface Posted {
  readonly kind: 'update';
  readonly update: Said;
  /** The last word of a broadcast on how it fared; absent while none has come to its end. */
  readonly told?: Summary | undefined;
  readonly promise?: Promised | undefined;
}

/** Whether customers heard from us by the time they were given. `moot`: it was over before, without another word. */
export type Promised =
  | { readonly due: string; readonly state: 'kept' | 'open' | 'moot' }
  | { readonly due: string; readonly state: 'late' | 'overdue'; readonly lateMs: number };

export interface Known {
  readonly did?: string | undefined;
  readonly n?: number | undefined;
  readonly stage?: Stage | undefined;
}

const Said = v.object({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  stage: v.picklist(STAGES),
  symptoms: v.optional(v.string(), ''),
  eta: v.optional(Eta),
  next: v.optional(Time),
  extra: v.optional(v.string(), ''),
  gate: v.optional(Gate),
  noNews: v.optional(v.boolean(), false),
  etaPassed: v.optional(v.boolean(), false),
  reopens: v.optional(v.boolean(), false),
  approval: v.optional(Approval),
});
export type Said = v.InferOutput<typeof Said>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Tallied = v.object({
  channel: v.literal('tickets'),
  n: Count,
  told: Count,
  total: Count,
  skipped: v.optional(v.record(v.string(), Count), {}),
});
export interface Summary {
  readonly n: number;
  readonly told: number;
  readonly total: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** When the broadcast came to its end. */
  readonly at: string;
}

/** What happened to an incident, newest first, by the audits of its ticket, which come oldest first. */
export function toTimeline(audits: readonly Audit[], isOver: boolean, now: Date): Entry[] {
  const summaries = audits.flatMap((audit) => summaryOf(audit) ?? []);
  const isAdopted = audits.some(
    ({ note, isFirst }) => !isFirst && declaredEntry(note, false)?.kind === 'declared',
  );
  const entries: Entry[] = [];
  let wasOver = false;
  for (const audit of audits) {
    const { at, authorId, changes } = audit;
    for (const happening of happeningsOf(audit, wasOver, isAdopted))
      entries.push({ ...happening, at, authorId });
    if (changes.status) wasOver = changes.status === 'solved' || changes.status === 'closed';
  }
  return withPromises(withSummaries(entries, summaries), isOver, now).reverse();
}

// Writes of ours that the timeline shows in another way, or that nobody looks for in a review.
const QUIET: ReadonlySet<string> = new Set(['declare', 'solve', 'issue', 'turn', 'channels', 'receipt']);

function happeningsOf(audit: Audit, wasOver: boolean, isAdopted: boolean): Happening[] {
  const { note, changes, isFirst } = audit;
  const declared = declaredEntry(note, isFirst);
  const found: Happening[] = declared
    ? [declared]
    : isFirst
      ? [{ kind: isAdopted ? 'made' : 'declared' }]
      : [];
  const said = v.safeParse(Said, note);
  const { did } = knownOf(note);
  const summary = summaryOf(audit);
  const merged = mergeEntry(note);
  const people = peopleEntry(note);
  const reviewed = reviewEntry(audit);
  const reminder = reminderEntry(note);
  if (people) found.push(people);
  else if (did === 'update' && said.success) found.push({ kind: 'update', update: said.output });
  else if (reminder) found.push(reminder);
  else if (summary) found.push({ kind: 'told', told: summary });
  else if (merged) found.push(merged);
  else if (note !== undefined && !QUIET.has(did ?? '') && !reviewed)
    found.push({ kind: 'unreadable', known: knownOf(note) });
  if (reviewed) found.push(reviewed);
  const isByHand = note === undefined;
  const { status } = changes;
  if (status === 'solved' || status === 'closed') found.push({ kind: 'status', status, isByHand });
  else if (status && wasOver && isByHand) found.push({ kind: 'status', status: 'open', isByHand });
  const fields = FIELD_KEYS.filter((key) => key in changes);
  if (isByHand && !isFirst && fields.length > 0) found.push({ kind: 'edited', fields });
  return found;
}

function summaryOf({ note, at }: Audit): Summary | undefined {
  return knownOf(note).did === 'summary' ? toSummary(note, at) : undefined;
}

/** How a broadcast fared, by a note or a receipt of it; `undefined` for anything else. */
export function toSummary(note: unknown, at: string): Summary | undefined {
  const tallied = v.safeParse(Tallied, note);
  if (!tallied.success) return undefined;
  const { n, told, total, skipped } = tallied.output;
  return { n, told, total, skipped, at };
}

/** What can be made out of a note, whatever is wrong with it. */
function knownOf(note: unknown): Known {
  const { did, n, stage } = (typeof note === 'object' && note !== null ? note : {}) as Record<
    string,
    unknown
  >;
  return {
    ...(typeof did === 'string' && { did }),
    ...(Number.isInteger(n) && { n: Number(n) }),
    ...(isStage(stage) && { stage }),
  };
}

/** A broadcast's end belongs to its update; each says more than the one before it. */
function withSummaries(entries: readonly Entry[], summaries: readonly Summary[]): Entry[] {
  const posted = new Set(entries.flatMap((entry) => numberOf(entry) ?? []));
  return entries.flatMap((entry): Entry[] => {
    if (entry.kind === 'told') return posted.has(entry.told.n) ? [] : [entry];
    if (entry.kind !== 'update' && entry.kind !== 'rca') return [entry];
    return [{ ...entry, told: summaries.findLast(({ n }) => n === numberOf(entry)) }];
  });
}

function numberOf(entry: Entry): number | undefined {
  if (entry.kind === 'update') return entry.update.n;
  return entry.kind === 'rca' ? entry.n : undefined;
}

function withPromises(entries: readonly Entry[], isOver: boolean, now: Date): Entry[] {
  return entries.map((entry, index) => {
    if (entry.kind !== 'update' || !entry.update.next) return entry;
    const after = entries.slice(index + 1).find(({ kind }) => kind === 'update');
    return { ...entry, promise: promised(entry.update.next, after?.at, isOver, now) };
  });
}

// Promises are made to the minute.
const GRACE_MS = 60_000;

function promised(due: string, heard: string | undefined, isOver: boolean, now: Date): Promised {
  if (!heard && isOver) return { due, state: 'moot' };
  const lateMs = (heard ? Date.parse(heard) : now.getTime()) - Date.parse(due);
  if (lateMs < GRACE_MS) return { due, state: heard ? 'kept' : 'open' };
  return { due, state: heard ? 'late' : 'overdue', lateMs };
}

/** One history of several incidents, newest first: those of the others say whose they are. */
export function withHistories(
  own: readonly Entry[],
  others: readonly { readonly of: TicketId; readonly entries: readonly Entry[] }[],
): Entry[] {
  const marked = others.flatMap(({ of, entries }) => entries.map((entry) => ({ ...entry, of })));
  return [...own, ...marked].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
