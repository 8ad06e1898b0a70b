// An app may make 100 requests a minute for each agent, and other apps of the same agent want some of them.
// https://developer.zendesk.com/api-reference/introduction/rate-limits/
const REQUESTS_PER_MINUTE = 100;
const MINUTE_MS = 60_000;
export const OUR_SHARE = 0.8;

/** Jobs of ours at the same time; an account has thirty for everybody. https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/ */
export const MOST_JOBS = 18;

/** How long to wait before the next request, when the earlier ones left at these times (milliseconds, ascending). */
export function waitForSlot(sent: readonly number[], now: number): number {
  const most = Math.floor(REQUESTS_PER_MINUTE * OUR_SHARE);
  const decisive = sent[sent.length - most];
  return decisive === undefined ? 0 : Math.max(0, decisive + MINUTE_MS - now);
}

const LONGEST_BACKOFF_MS = 30_000;

/** How long to stay away after a failure: what the service asked for, else longer each time. */
export function backoff(tries: number, retryAfter: number | undefined): number {
  return retryAfter === undefined
    ? Math.min(1_000 * 2 ** (tries - 1), LONGEST_BACKOFF_MS)
    : retryAfter * 1_000;
}

/** A job on its way, with what the last look at it said. Times in milliseconds. */
export interface Flight {
  readonly size: number;
  readonly queuedAt: number;
  readonly done: number;
  /** When `done` last grew. */
  readonly movedAt: number;
}

const FIRST_LOOK_MS = 1_500;
const SHORTEST_LOOK_MS = 700;
const LONGEST_LOOK_MS = 10_000;

/** When to look at the jobs again: when the quickest of them should be through, going by its own pace so far. */
export function nextLook(flights: readonly Flight[], now: number): number {
  const waits = flights.map(({ size, queuedAt, done, movedAt }) => {
    if (done === 0) return Math.max(FIRST_LOOK_MS, (now - queuedAt) / 2);
    const perTicket = (movedAt - queuedAt) / done;
    return (size - done) * perTicket - (now - movedAt);
  });
  return Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, Math.min(...waits)));
}

// Zendesk's own jobs have lagged for hours: what does not move for so long is looked for in the tickets instead.
const PATIENCE_MS = 120_000;

export function isStuck({ movedAt }: Flight, now: number): boolean {
  return now - movedAt >= PATIENCE_MS;
}
