import type { Incident } from './incident.ts';
import { cleanText, oneLine } from './markup.ts';
import type { Review, Update } from './record.ts';
import { businessDaysAfter, dayIn, momentOf } from './zoneTime.ts';

/** How far a review has come. `sent` follows from sending it; who has sent it in another way says so. */
export const REVIEW_STATES = ['draft', 'in review', 'ready', 'sent'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** When a review is owed: so many business days after *resolved*, in the account's time zone. */
export interface ReviewTerms {
  readonly days: number;
  readonly zone: string;
}

// It is promised for a day; people go home at the end of it.
const END_OF_DAY = 17;

/**
 * The review once this update is posted. At *resolved* one opens, owned by whoever resolved; an update that takes *resolved*
 * back leaves what was written of it, and nothing is due until the incident is resolved again.
 */
export function reviewAfter(
  before: Review | undefined,
  update: Update,
  terms: ReviewTerms,
): Review | undefined {
  if (update.rca) return before;
  if (update.stage !== 'resolved') {
    const { due: _due, zone: _zone, issue: _issue, ...kept } = before ?? { state: 'draft' as const };
    return before && { ...kept, state: againOf(before.state) };
  }
  return before?.due ? before : openReview(before, new Date(update.at), update.by, terms);
}

/** A review that is owed from now on; what is known of an earlier one stays. */
export function openReview(
  before: Review | undefined,
  from: Date,
  by: { readonly id: number; readonly name: string },
  { days, zone }: ReviewTerms,
): Review {
  const day = businessDaysAfter(dayIn(from, zone), days);
  const due = momentOf(day, END_OF_DAY, zone) ?? from;
  return {
    ...before,
    state: againOf(before?.state ?? 'draft'),
    owner: before?.owner ?? { id: by.id, name: by.name },
    due: due.toISOString(),
    zone,
  };
}

// What customers were sent explains an incident that was not over; it has to be written anew.
const againOf = (state: ReviewState): ReviewState => (state === 'sent' ? 'draft' : state);

/** The day on which it is due, as its account's calendar has it; `undefined` while none is owed. */
export function dueDay({ due, zone }: Review): string | undefined {
  return due && dayIn(new Date(due), zone);
}

/** The review as a promise: when it is due, and whether it was kept. `undefined` while none is owed. */
export function reviewPromise({
  review,
}: Pick<Incident, 'review'>): { readonly due: string; readonly isKept: boolean } | undefined {
  return review?.due ? { due: review.due, isKept: review.state === 'sent' } : undefined;
}

/** Whether its root cause analysis is still to be sent. A closed ticket can't say any more that it was; a merged one leaves it to the other. */
export function isReviewOwed({
  review,
  isClosed,
  mergedInto,
}: Pick<Incident, 'review' | 'isClosed' | 'mergedInto'>): boolean {
  return reviewPromise({ review })?.isKept === false && !isClosed && !mergedInto;
}

/** From when on people are reminded of a review that is due: the end of the business day before. */
export function reviewEve({ due, zone }: Review & { readonly due: string }): Date {
  const day = businessDaysAfter(dayIn(new Date(due), zone), -1);
  return momentOf(day, END_OF_DAY, zone) ?? new Date(due);
}

export type ReviewStanding = 'none' | 'sent' | 'due' | 'soon' | 'late';

const SOON_MS = 24 * 60 * 60_000;

/** How a review stands at a moment: `soon` in the last day, `late` when its time has passed and it was not sent. */
export function reviewStanding(review: Review | undefined, now: Date): ReviewStanding {
  if (review?.state === 'sent') return 'sent';
  if (!review?.due) return 'none';
  const left = Date.parse(review.due) - now.getTime();
  return left < 0 ? 'late' : left <= SOON_MS ? 'soon' : 'due';
}

/** What a person may change of a review. Texts may be empty. */
export interface ReviewEdit {
  readonly state: ReviewState;
  /** `2026-11-30` */
  readonly day: string;
  readonly owner: string;
  readonly link: string;
}

export type EditTrouble = 'day' | 'link' | 'owner long';

const LONGEST_OWNER = 100;

export function toEdit(review: Review): ReviewEdit {
  const { state, owner, link } = review;
  return { state, day: dueDay(review) ?? '', owner: owner?.name ?? '', link: link ?? '' };
}

export function cleanEdit(edit: ReviewEdit): ReviewEdit {
  return { ...edit, owner: oneLine(edit.owner), link: cleanText(edit.link) };
}

export function editTroubles({ day, owner, link }: ReviewEdit): EditTrouble[] {
  const found = [
    momentOf(day, END_OF_DAY, 'UTC') === undefined && 'day',
    link !== '' && !isAddress(link) && 'link',
    owner.length > LONGEST_OWNER && 'owner long',
  ] as const;
  return found.filter((each) => each !== false);
}

// Anything else a browser might run.
function isAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && text.length <= 2_000;
}

export type EditPlan =
  | { readonly do: 'write'; readonly review: Review; readonly changes: Partial<ReviewEdit> }
  | { readonly do: 'nothing' }
  /** Somebody else has changed the same since it was read. */
  | { readonly do: 'conflict'; readonly now: ReviewEdit };

/** What saving a form means for the review as it is now, when it was `seen` as the form was opened. */
export function planEdit(
  now: Review,
  seen: ReviewEdit,
  wanted: ReviewEdit,
  me: { readonly id: number; readonly name: string },
): EditPlan {
  const current = toEdit(now);
  const names = ['state', 'day', 'owner', 'link'] as const;
  const changed = names.filter((name) => wanted[name] !== seen[name] && wanted[name] !== current[name]);
  if (changed.some((name) => current[name] !== seen[name])) return { do: 'conflict', now: current };
  if (changed.length === 0) return { do: 'nothing' };
  const changes: Partial<ReviewEdit> = Object.fromEntries(changed.map((name) => [name, wanted[name]]));
  const { state, day, owner, link } = changes;
  const due = day === undefined ? now.due : momentOf(day, END_OF_DAY, now.zone)?.toISOString();
  const review = {
    ...now,
    ...(state !== undefined && { state }),
    ...(due !== undefined && { due }),
    ...(owner !== undefined && {
      owner: owner === me.name ? { id: me.id, name: owner } : owner === '' ? undefined : { name: owner },
    }),
    ...(link !== undefined && { link: link || undefined }),
  };
  // What is not there any more is left out of the record.
  return { do: 'write', review: JSON.parse(JSON.stringify(review)) as Review, changes };
}
