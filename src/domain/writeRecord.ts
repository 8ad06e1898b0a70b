import type { Declaration } from './declaration.ts';
import { heardAfter, heardBefore } from './heard.ts';
import type { Lead } from './lead.ts';
import type { PromiseKind } from './promises.ts';
import { approvalOf, type Proposal, proposalOf } from './proposal.ts';
import { type IncidentRecord, type Receipt, type Review, readRecord, type Update } from './record.ts';
import type { KnownReminders } from './reminders.ts';
import type { Brand } from './reply.ts';
import { dueDay, type ReviewTerms, reviewAfter } from './review.ts';

export type WrittenRecord =
  /** `opened`: the day on which the review is due that is owed from now on. */
  | { readonly state: 'written'; readonly text: string; readonly opened?: string | undefined }
  | { readonly state: 'unreadable'; readonly why: string };

/**
 * The record with a new newest update. The receipts of the one before go: what they say is in the audits. So does the proposal
 * that has become this update; another one stays, and is void. A review opens with *resolved*, and is owed no more when that
 * is taken back.
 */
export function withUpdate(
  text: string | undefined,
  update: Update,
  createdAt: string,
  terms: ReviewTerms,
  brand?: Brand | undefined,
): WrittenRecord {
  let opened: string | undefined;
  const written = change(text, createdAt, (record) => {
    const review = reviewAfter(record.review, update, terms);
    opened = review && review.due !== record.review?.due ? dueDay(review) : undefined;
    const isProposed = proposalOf({ proposal: record.proposal })?.key === approvalOf(update)?.key;
    const rest = isProposed ? withoutProposal(record) : record;
    return {
      ...rest,
      ...heardBefore(record),
      ...seenBrand(brand),
      update,
      receipts: [],
      ...(review && { review }),
    };
  });
  return written.state === 'written' && opened ? { ...written, opened } : written;
}

/** The record with its review changed. */
export function withReview(text: string | undefined, review: Review, createdAt: string): WrittenRecord {
  return change(text, createdAt, (record) => ({ ...record, review }));
}

/** The record with an update that waits for a second person, in place of any other; `undefined` takes it away. */
export function withProposal(
  text: string | undefined,
  proposal: Proposal | undefined,
  createdAt: string,
): WrittenRecord {
  return change(text, createdAt, (record) => ({ ...withoutProposal(record), ...(proposal && { proposal }) }));
}

/** The record with the one who has the incident from now on. */
export function withLead(text: string | undefined, lead: Lead, createdAt: string): WrittenRecord {
  return change(text, createdAt, (record) => ({ ...record, lead }));
}

/** The record with a channel's receipt, in place of an older one for the same channel. */
export function withReceipt(text: string | undefined, receipt: Receipt, createdAt: string): WrittenRecord {
  return change(text, createdAt, (record) => ({
    ...record,
    ...heardAfter(record, receipt),
    receipts: [...record.receipts.filter(({ channel }) => channel !== receipt.channel), receipt],
  }));
}

/** The record with where the incident stands in other channels. */
export function withPlaces(
  text: string | undefined,
  places: Pick<IncidentRecord, 'pendo' | 'slack' | 'statuspage'>,
  createdAt: string,
): WrittenRecord {
  return change(text, createdAt, (record) => ({ ...record, ...places }));
}

/** The record with how far declaring has come; `more` is what goes along with it. */
export function withDeclaration(
  text: string | undefined,
  declare: Declaration,
  more: Partial<
    Pick<IncidentRecord, 'severity' | 'startedAt' | 'jira' | 'brand' | 'drill' | 'drillReaches'>
  > = {},
): WrittenRecord {
  return change(text, undefined, (record) => ({ ...record, ...more, declare }));
}

/** The record with the issue as the tracker names it now. */
export function withIssue(
  text: string | undefined,
  issue: { readonly id: string; readonly key: string },
  createdAt: string,
): WrittenRecord {
  return change(text, createdAt, (record) => ({
    ...record,
    jira: { ...record.jira, id: issue.id, key: issue.key },
  }));
}

/** The record with the word that somebody is at something until then, and nobody else may be. */
export function withTurn(
  text: string | undefined,
  what: string,
  turn: { readonly by: string; readonly until: string },
  createdAt: string,
): WrittenRecord {
  return change(text, createdAt, (record) => ({ ...record, turns: { ...record.turns, [what]: turn } }));
}

/** The record with what merging says in it. */
export function withMerge(
  text: string | undefined,
  merge: Pick<IncidentRecord, 'merged' | 'merges'>,
  createdAt: string,
): WrittenRecord {
  return change(text, createdAt, (record) => ({ ...record, ...merge }));
}

// Where no ticket is open nobody can ask for the brand: whoever works from there finds it in the record.
export function seenBrand({ id, name }: Brand = {}): Pick<IncidentRecord, 'brand'> {
  return id !== undefined && name ? { brand: { id, name } } : {};
}

/** The record with what is known of the reminders of one promise. */
export function withReminders(
  text: string | undefined,
  kind: PromiseKind,
  known: KnownReminders,
  createdAt: string,
): WrittenRecord {
  return change(text, createdAt, (record) => ({
    ...record,
    reminders: { ...(record.reminders as object | undefined), [kind]: known },
  }));
}

function withoutProposal({ proposal: _, ...rest }: IncidentRecord): IncidentRecord {
  return rest as IncidentRecord; // whatever else a newer version has put there
}

// What a newer version has added is kept as it is; what can't be read is nobody's to overwrite.
function change(
  text: string | undefined,
  createdAt: string | undefined,
  act: (record: IncidentRecord) => IncidentRecord,
): WrittenRecord {
  const read = readRecord(text);
  if (read.state === 'unreadable') return read;
  const record: IncidentRecord =
    read.state === 'read'
      ? read.record
      : { v: 1, severity: 2, ...(createdAt && { startedAt: createdAt }), receipts: [] };
  return { state: 'written', text: JSON.stringify(act(record)) };
}
