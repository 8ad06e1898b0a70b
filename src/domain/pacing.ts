// An app may make 100 requests a minute for each agent, and other apps of the same agent want some of them.
// https://developer.zendesk.com/api-reference/introduction/rate-limits/
const REQUESTS_PER_MINUTE = 100;
export const MINUTE_MS = 60_000;

/** How many requests may leave in a minute; `share` is the part of the limit that is ours. */
export function mostPerMinute(share: number): number {
  return Math.max(1, Math.floor(REQUESTS_PER_MINUTE * share));
}

/** Jobs of ours at the same time; an account has thirty for everybody. https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/ */
export const MOST_JOBS = 18;

/** How long to wait before the next request, when the earlier ones left at these times (milliseconds, ascending). */
export function waitForSlot(sent: readonly number[], now: number, share: number): number {
  const decisive = sent[sent.length - mostPerMinute(share)];
  return decisive === undefined ? 0 : Math.max(0, decisive + MINUTE_MS - now);
}

const LONGEST_BACKOFF_MS = 30_000;

/** How long to stay away after a failure: what the service asked for, else longer each time. */
export function backoff(tries: number, retryAfter: number | undefined): number {
  return retryAfter === undefined
    ? Math.min(1_000 * 2 ** (tries - 1), LONGEST_BACKOFF_MS)
    : retryAfter * 1_000;
}

/** A job on its way, with what the looks at it said. Times in milliseconds. */
export interface Flight {
  readonly size: number;
  readonly queuedAt: number;
  /** The last look at it, or `queuedAt`. */
  readonly seenAt: number;
  readonly done: number;
  /** When `done` was last seen to have grown. */
  readonly movedAt: number;
  /** What was done when it was first seen moving: the time before that went by in the queue. */
  readonly began?: { readonly at: number; readonly done: number } | undefined;
}

/** How long a job took that has ended. */
export interface Ended {
  readonly size: number;
  readonly ms: number;
}

const FIRST_LOOK_MS = 1_500;
const SHORTEST_LOOK_MS = 350;
const LONGEST_LOOK_MS = 10_000;
// Looking late costs no more than this part of the time that a job has taken already.
const LATE = 1 / 20;

/** How long until this part of the jobs should be through, by their own pace, or as `ended` was. */
export function nextLook(flights: readonly Flight[], now: number, part: number, ended?: Ended): number {
  const due = flights.map((flight) => flight.seenAt + waitFor(flight, ended)).sort((a, b) => a - b);
  return Math.max(0, (due[Math.ceil(due.length * part) - 1] ?? now) - now);
}

function waitFor(flight: Flight, ended: Ended | undefined): number {
  const age = flight.seenAt - flight.queuedAt;
  const guess = leftOf(flight, ended) ?? Math.max(FIRST_LOOK_MS - age, age / 2);
  return Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, age * LATE, guess));
}

// Progress comes in steps and is seen late, so that a guess is never waited out in full.
const BY_ITS_PACE = 0.6;
const BY_ITS_START = 0.25;

function leftOf({ size, queuedAt, seenAt, done, movedAt, began }: Flight, ended?: Ended): number | undefined {
  const untold = size - done;
  const still = seenAt - movedAt;
  if (began && done > began.done)
    return (untold * ((movedAt - began.at) / (done - began.done)) - still) * BY_ITS_PACE;
  const usual = ended && queuedAt + (ended.ms * size) / ended.size - seenAt;
  if (usual !== undefined && usual > 0) return usual;
  return done > 0 ? (untold * ((movedAt - queuedAt) / done) - still) * BY_ITS_START : undefined;
}

// Zendesk's own jobs have lagged for hours: what does not move for so long is looked for in the tickets instead.
const PATIENCE_MS = 120_000;

export function isStuck({ movedAt }: Flight, now: number): boolean {
  return now - movedAt >= PATIENCE_MS;
}
